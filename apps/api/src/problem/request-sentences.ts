import { sentencesOf } from './problem-sentence.ts';

/** What can be wrong with a request before a rule of the house is asked. */
export const REQUEST_SENTENCES = [
  ...sentencesOf('request', {
    invalid: [
      400,
      '请求内容不符合要求，请看每一项的说明。',
      'The request is not as the contract wants it; see each error.',
    ],
    malformed: [400, '请求无法读懂。', 'The request cannot be read.'],
    'not-json': [400, '请求内容不是正确的 JSON。', 'The body is not valid JSON.'],
    'not-utf8': [400, '请求内容不是正确的 UTF-8 文本。', 'The body is not valid UTF-8.'],
    'too-deep': [400, '请求内容嵌套太深。', 'The body is nested too deeply.'],
    'not-found': [404, '没有这个地址。', 'There is nothing at this address.'],
    'method-not-allowed': [405, '这个地址不接受这种请求方法。', 'This address does not take this method.'],
    timeout: [408, '请求没有按时传完。', 'The request did not arrive in time.'],
    'too-large': [413, '请求内容太大。', 'The body is too large.'],
    'uri-too-long': [414, '地址太长。', 'The address is too long.'],
    'media-type': [
      415,
      '请求内容必须是 UTF-8 的 application/json，不压缩。',
      'The body must be application/json in UTF-8, not compressed.',
    ],
    expectation: [417, '不支持 Expect 请求头中的要求。', 'What the header Expect asks for is not supported.'],
    'headers-too-large': [431, '请求头太大。', 'The headers are too large.'],
    'cross-site': [403, '不接受从别的网站发来的操作。', 'A change asked for from another site is refused.'],
  }),
  ...sentencesOf('field', {
    missing: [400, '必须填写。', 'This is required.'],
    unknown: [400, '不认识这一项。', 'This field is not known.'],
    'wrong-type': [400, '类型不对。', 'This has the wrong type.'],
    'wrong-format': [400, '格式不对。', 'This has the wrong format.'],
    'not-allowed': [400, '不是可选的值。', 'This is not one of the allowed values.'],
    'too-small': [400, '太小或太少。', 'This is too small or too few.'],
    'too-big': [400, '太大或太多。', 'This is too big or too many.'],
    invalid: [400, '不符合要求。', 'This is not valid.'],
  }),
  ...sentencesOf('text', {
    empty: [400, '不能是空白。', 'This must not be blank.'],
    'not-one-line': [400, '必须写在一行内。', 'This must keep to one line.'],
    'too-long': [422, '文字太长。', 'The text is too long.'],
    'not-storable': [
      422,
      '文字中有无法保存的字符（空字符或残缺的代理码）。',
      'The text holds characters that cannot be stored (NUL or a lone surrogate).',
    ],
  }),
  ...sentencesOf('list', {
    'bad-cursor': [400, 'after 不是上一页给出的。', 'The cursor was not given by a page before.'],
  }),
  ...sentencesOf('instant', {
    malformed: [400, '时间格式不对。', 'The instant is malformed.'],
    'too-far': [422, '时间离现在太远。', 'The instant is too far from now.'],
    'out-of-range': [422, '时间超出合理范围。', 'This instant is out of range.'],
  }),
  ...sentencesOf('idempotency', {
    'bad-key': [
      400,
      'Idempotency-Key 必须是 1 到 200 个可见的 ASCII 字符。',
      'Idempotency-Key must be 1 to 200 visible ASCII characters.',
    ],
    'other-body': [
      422,
      '同一个 Idempotency-Key 已用于另一个请求。',
      'This Idempotency-Key was used for another request.',
    ],
  }),
  ...sentencesOf('precondition', {
    missing: [428, '修改前请带上 If-Match，说明您看到的是哪一版。', 'Send If-Match to say which revision you saw.'],
    malformed: [400, 'If-Match 必须是一个 ETag，例如 "3"。', 'If-Match must be one ETag, such as "3".'],
  }),
  ...sentencesOf('session', {
    missing: [401, '请先登录。', 'Please log in.'],
    expired: [401, '登录已失效，请重新登录。', 'The session has ended; please log in again.'],
  }),
  ...sentencesOf('service', {
    'database-down': [
      503,
      '数据库暂时连不上，请稍后再试。',
      'The database cannot be reached just now; please try again.',
    ],
    outdated: [
      503,
      '服务器版本比台账旧，看不懂这条记录，请更新服务器。',
      'This server is older than the ledger and does not know what is written there; update it.',
    ],
    busy: [503, '系统繁忙，请稍后再试。', 'The system is busy; please try again.'],
    'internal-error': [500, '系统内部出错，已记录。', 'Something went wrong inside; it has been recorded.'],
  }),
];

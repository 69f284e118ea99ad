/** A leader of the city government. `mail` is the office's mail box, where special reports and reminders arrive. */
export interface SeedMayor {
  readonly id: string;
  readonly name: string;
  readonly who: string;
  readonly whoEn: string;
  readonly mail: string;
}

/** The mayor, whose line the telephone is. */
export const MAYOR: SeedMayor = {
  id: 'mayor',
  name: '江望岳',
  who: '市长',
  whoEn: 'mayor',
  mail: 'mayor-office@mayors.rugao.example',
};

/** The deputy mayors in charge (分管副市长); the first is the executive one, who leads the hotline's group. */
export const DEPUTY_MAYORS = {
  executive: {
    id: 'deputy-executive',
    name: '陆知行',
    who: '常务副市长（分管人社、医保、国资、信访）',
    whoEn: 'executive deputy mayor (labour, medical insurance, state assets, petitions)',
    mail: 'office-executive@mayors.rugao.example',
  },
  construction: {
    id: 'deputy-construction',
    name: '沈砚田',
    who: '副市长（分管城建、城管、交通、水电气）',
    whoEn: 'deputy mayor (construction, city management, transport, utilities)',
    mail: 'office-construction@mayors.rugao.example',
  },
  society: {
    id: 'deputy-society',
    name: '苏映雪',
    who: '副市长（分管教育、卫生、民政、文旅、市场）',
    whoEn: 'deputy mayor (education, health, civil affairs, culture, markets)',
    mail: 'office-society@mayors.rugao.example',
  },
  safety: {
    id: 'deputy-safety',
    name: '韩守原',
    who: '副市长（分管公安、环保、农业、水利、镇街）',
    whoEn: 'deputy mayor (public security, environment, agriculture, water, towns)',
    mail: 'office-safety@mayors.rugao.example',
  },
} as const satisfies Record<string, SeedMayor>;

export type Portfolio = keyof typeof DEPUTY_MAYORS;

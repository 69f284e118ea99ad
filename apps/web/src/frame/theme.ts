import type { ThemeConfig } from 'antd';

/** Pine green and paper: calm enough for eight hours of reading; red and amber are kept for deadlines alone. */
export const COLORS = {
  pine: '#1d4f4a',
  pineDark: '#17403c',
  paper: '#f5f4ef',
  ink: '#1c2624',
  quiet: '#55625f',
  line: '#dcdad1',
  red: '#b3261e',
  amber: '#8a5300',
  green: '#1f6b45',
} as const;

export const theme: ThemeConfig = {
  token: {
    colorPrimary: COLORS.pine,
    colorLink: '#1a5f7a',
    colorError: COLORS.red,
    colorWarning: '#b26a00',
    colorSuccess: COLORS.green,
    colorTextBase: COLORS.ink,
    colorTextSecondary: COLORS.quiet,
    colorTextTertiary: COLORS.quiet,
    colorTextDescription: COLORS.quiet,
    colorTextPlaceholder: '#6b7673',
    colorBgLayout: COLORS.paper,
    colorBorder: '#b9bdb6',
    colorBorderSecondary: COLORS.line,
    borderRadius: 4,
    fontSize: 14,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Hiragino Sans GB", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, -apple-system, "Segoe UI", sans-serif',
  },
  components: {
    Layout: {
      siderBg: COLORS.pineDark,
      headerBg: '#fff',
      headerHeight: 56,
      headerPadding: '0 20px',
      bodyBg: COLORS.paper,
    },
    Menu: {
      darkItemBg: COLORS.pineDark,
      darkSubMenuItemBg: COLORS.pineDark,
      darkItemColor: '#dfe9e5',
      darkItemSelectedBg: '#2f6b63',
      darkItemHoverBg: '#245650',
      itemBorderRadius: 4,
    },
    Table: { headerBg: '#ecebe3', headerColor: COLORS.ink, rowHoverBg: '#f3f7f4', cellPaddingBlock: 10 },
    Card: { headerFontSize: 15, headerHeight: 46, headerPadding: 16, bodyPadding: 16 },
    Timeline: { itemPaddingBottom: 14 },
  },
};

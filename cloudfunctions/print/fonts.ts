/** Two weights of Noto Sans SC, as the package @expo-google-fonts/noto-sans-sc names its files. */
export const FONT_FILES = {
  regular: '400Regular/NotoSansSC_400Regular.ttf',
  bold: '700Bold/NotoSansSC_700Bold.ttf',
} as const

/** Department and theme of each field of business; codes are fictional, in the style of the contract's examples. */
interface Department {
  readonly departmentCode: string
  readonly themeCode: string
  readonly themeName: string
}

const DEPARTMENTS: Readonly<Record<string, Department>> = {
  transport: { departmentCode: 'BM1201160003', themeCode: 'ZT0007', themeName: '交通运输' },
  hrss: { departmentCode: 'BM1201160004', themeCode: 'ZT0003', themeName: '劳动用工' },
  culture_tourism: { departmentCode: 'BM1201160005', themeCode: 'ZT0008', themeName: '文化旅游' },
  publishing: { departmentCode: 'BM1201160006', themeCode: 'ZT0009', themeName: '新闻出版' },
  health: { departmentCode: 'BM1201160007', themeCode: 'ZT0010', themeName: '医疗卫生' },
  urban_mgmt: { departmentCode: 'BM1201160008', themeCode: 'ZT0011', themeName: '城市管理' },
  eco_env: { departmentCode: 'BM1201160009', themeCode: 'ZT0012', themeName: '生态环境' },
  emergency: { departmentCode: 'BM1201160010', themeCode: 'ZT0013', themeName: '安全生产' },
  education: { departmentCode: 'BM1201160011', themeCode: 'ZT0014', themeName: '教育培训' },
  greening: { departmentCode: 'BM1201160012', themeCode: 'ZT0015', themeName: '园林绿化' },
}

/** Throws for a field of business that the table does not know: the table and the matters belong together. */
export function departmentOf(domainCode: string): Department {
  const department = DEPARTMENTS[domainCode]
  if (department === undefined) throw new Error(`no department for ${domainCode}`)
  return department
}

/** `天津高新区政务服务办（交通运输事权）`. */
export function departmentName(domain: string): string {
  return `天津高新区政务服务办（${domain}事权）`
}

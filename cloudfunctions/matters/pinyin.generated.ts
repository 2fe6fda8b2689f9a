// Written by scripts/matters.ts; do not edit.

/** Folder → how the short name and the full (corrected) name are read: a syllable for each letter. */
export const PINYIN: Readonly<Record<string, readonly [short: string, full: string]>> = {
  'road-freight': ['dao lu huo yun xu ke', 'dao lu huo wu yun shu jing ying xu ke wei xian huo wu chu wai'],
  'collective-contract-review': ['ji ti he tong shen cha', 'lao dong guan xi xie tiao ji ti he tong shen cha'],
  'commercial-performance': ['ying ye xing yan chu shen pi', 'ying ye xing yan chu shen pi'],
  'publication-retail': ['chu ban wu ling shou she li', 'chu ban wu ling shou dan wei she li bian geng xu ke she li'],
  'village-doctor-first-registration': ['xiang cun yi sheng shou ci zhu ce', 'xiang cun yi sheng zhi ye zhu ce shou ci zhu ce'],
  'outdoor-ad-facility': ['hu wai guang gao she shi xu ke a lei', 'hu wai guang gao ji lin shi xuan gua she zhi biao yu huo zhe xuan chuan pin xu ke a lei hu wai guang gao she shi xu ke'],
  'temp-slogan': ['lin shi biao yu xuan chuan pin xu ke b lei', 'hu wai guang gao ji lin shi xuan gua she zhi biao yu huo zhe xuan chuan pin xu ke b lei lin shi xuan gua she zhi biao yu huo zhe xuan chuan pin xu ke'],
  'night-construction': ['ye jian shi gong xu ke', 'jian she xiang mu ye jian shi gong xu ke'],
  'special-hours': ['te shu gong shi xu ke', 'qi ye bu ding shi he zong he ji suan gong shi gong zuo zhi xu ke'],
  'packaging-printing': ['bao zhuang zhuang huang yin shua qi ye xu ke', 'cong shi bao zhuang zhuang huang yin shua pin he qi ta yin shua pin yin shua jing ying huo dong de qi ye she li bian geng xu ke bao zhuang zhuang huang yin shua pin yin shua qi ye she li bian geng'],
  'road-passenger': ['dao lu ke yun xu ke', 'dao lu lv ke yun shu ji ban xian jing ying xu ke dao lu ke yun jing ying xu ke'],
  'hazchem-operation': ['wei hua pin jing ying xu ke', 'wei xian hua xue pin jing ying xu ke'],
  'private-school': ['min ban xue xiao xu ke', 'shi shi zhong deng ji zhong deng yi xia xue li jiao yu xue qian jiao yu zi xue kao shi zhu xue he shi shi gao deng yi xia fei xue li wen hua jiao yu de min ban xue xiao de chou she she li bian geng yan xu yu zhong zhi de xu ke'],
  'nurse-registration': ['hu shi zhi ye zhu ce', 'hu shi zhi ye zhu ce xu ke'],
  'public-place-hygiene': ['gong gong chang suo wei sheng xu ke', 'gong gong chang suo wei sheng xu ke'],
  'water-supply-hygiene': ['gong shui dan wei wei sheng xu ke', 'gong shui dan wei wei sheng xu ke'],
  'physician-registration': ['yi shi zhi ye zhu ce', 'yi shi zhi ye zhu ce xu ke'],
  'ship-management': ['chuan bo guan li ye wu xu ke', 'shui lu yun shu shui lu yun shu fu zhu ye jing ying xu ke guo nei chuan bo guan li ye wu jing ying xu ke'],
  'interprovincial-cargo-shipping': ['sheng ji pu huo chuan yun shu xu ke', 'shui lu yun shu shui lu yun shu fu zhu ye jing ying xu ke sheng ji pu tong huo chuan yun shu de jing ying xu ke'],
  'water-carrier-change-filing': ['shui lu yun shu jing ying zhe bian geng bei an', 'shui lu yun shu jing ying zhe shi xiang bian geng bei an'],
  'ship-manager-change-filing': ['chuan bo guan li ye bian geng bei an', 'chuan bo guan li ye jing ying zhe shi xiang bian geng bei an'],
  'temp-greenland': ['lin shi zhan yong lv di xu ke', 'gong cheng jian she she ji cheng shi lv di shu mu xu ke lin shi zhan yong cheng shi lv hua yong di xu ke'],
}

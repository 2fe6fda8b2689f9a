export const MACROS = '文件里带有宏，窗口不能接收。请用办公软件打开，另存为不带宏的 docx 或 xlsx，再上传'
export const EMBEDDED =
  '文件里嵌入了别的文件，窗口看不到。请用办公软件打开，删除嵌入的对象后另存，再上传；嵌入的文件可以分别上传'
export const REMOTE = '文件打开时要从别的电脑取内容，窗口不能接收。请用办公软件打开，断开链接或另存为 PDF，再上传'
export const DDE = '文件里有会启动其他程序的域或链接（DDE），窗口不能接收。请用办公软件打开，删除后另存，再上传'
export const ENTITIES = '文件里有办公软件不会写的内容，不能使用。请用办公软件打开后另存，再上传'
export const BOMB = '文件解开后大得不正常，不能使用。请用办公软件打开后另存，再上传'
export const NO_DOCUMENT = '文件内容与扩展名不一致（可能只是改了名的压缩包），请用办公软件另存后再上传'

/** WeChat in a browser: the unchanged mini-program source on WeChat's own component engine (glass-easel). */
export { buildBrowserHost, BuildError, type BuildReport } from './build/index'
export { serveBrowserHost, type BrowserHostOptions, type BrowserHostServer } from './server'

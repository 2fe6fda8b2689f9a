Component({ options: { styleIsolation: 'apply-shared', virtualHost: true }, properties: { text: String } })

// Generated from docs/one-network/openapi.yaml by scripts/generate-wire.ts: do not edit.
export interface paths {
    "/api/v1/items/prepare-materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请人所需提前准备材料列表信息
         * @description **函数 1** · 无需用户令牌 · 可安全重试 · 超时 10 秒
         *
         *     办事指南页使用。返回该事项**全部情形合并后**的材料，situationText 说明何种情形才需要。仅供阅读，不作为申报依据（申报以 #11/#13/#16 为准）。
         */
        post: operations["prepareMaterials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/materials/blank-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 空表样表下载
         * @description **函数 2** · 无需用户令牌 · 可安全重试 · 超时 60 秒
         *
         *     下载空表或样表原件。成功时为文件字节；失败时为 application/json 信封。调用方**先看 Content-Type**：为 application/json 即失败。收完后须核对 Content-Length 与 X-Content-Digest。
         */
        post: operations["downloadBlankForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/detail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查询事项相关信息
         * @description **函数 3** · 无需用户令牌 · 可安全重试 · 超时 10 秒
         *
         *     办事指南：法定/承诺时限、依据、条件、结果文书、告知承诺、办理地点与电话、网办深度。
         */
        post: operations["getItemDetail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 获取事项列表
         * @description **函数 33** · 无需用户令牌 · 可安全重试 · 超时 10 秒
         *
         *     事项目录，按平台排序。
         */
        post: operations["listItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/recommend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 获取随机推荐事项
         * @description **函数 34** · 无需用户令牌 · 可安全重试 · 超时 10 秒
         *
         *     随机返回 count 个已上线事项；每次结果可不同，不足时返回实有数。不应缓存超过 10 分钟。
         */
        post: operations["listRecommendedItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查找事项
         * @description **函数 35** · 无需用户令牌 · 可安全重试 · 超时 10 秒
         *
         *     按事项名称、简称模糊检索。
         */
        post: operations["searchItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/situations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查询情形种类
         * @description **函数 12** · 无需用户令牌 · 可安全重试 · 超时 10 秒
         *
         *     前置：#3/#33 的 situationFlag="1"。按 seq 展示；依 dependOptionIds 显隐。选中 blockFlag="1" 的选项时应止步并展示 blockTip。
         */
        post: operations["listSituations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/situation-materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 根据选择的情形展示所需上传材料
         * @description **函数 13** · 无需用户令牌 · 可安全重试 · 超时 10 秒
         *
         *     前置：#12。预览用，不开申报；平台校验选项组合是否完整（必答题、依赖、单选唯一），不完整返回 3001。
         */
        post: operations["listMaterialsByOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 非情形下查询材料列表信息
         * @description **函数 11** · 无需用户令牌 · 可安全重试 · 超时 10 秒
         *
         *     返回与情形无关的材料。situationFlag="0" 的事项即为全部应交材料；"1" 的事项仅为公共部分。
         */
        post: operations["listMaterials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/declarations/choose-situation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 材料上传情形选择接口修发
         * @description **函数 16** · 须带 X-User-Token · 只可用同一 requestNo 重试 · 超时 15 秒
         *
         *     选定情形并**新开申报**（不带 declareNo），或修改未提交申报的情形（带 declareNo）。不分情形的事项以 optionIds=[] 调用来新开申报。申报草稿自最后一次写入起保留 30 天。已提交的申报返回 3003。（函数名照合同原文，“修发”疑为“修改”。）
         */
        post: operations["chooseSituation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查询该材料本人最近填写的表单数据
         * @description **函数 6** · 须带 X-User-Token · 可安全重试 · 超时 10 秒
         *
         *     用于历史复用和草稿恢复。范围：当前用户、同一 materialId、含未提交草稿，取最近一次保存。
         */
        post: operations["getLatestFormData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/attachments/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传表单里面附件
         * @description **函数 7** · 须带 X-User-Token · 可安全重试 · 超时 60 秒
         *
         *     上传电子表单中“附件/签名”字段的文件；返回的 attachId 以字符串数组写入 formData[fieldId]。
         */
        post: operations["uploadFormAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查询电子表单是否上传
         * @description **函数 5** · 须带 X-User-Token · 可安全重试 · 超时 10 秒
         *
         *     核对某申报下某份电子表单是否已保存、必填项是否齐全；也用于 #4 超时后查证。
         */
        post: operations["getFormStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 照片，等附件上传接口
         * @description **函数 14** · 须带 X-User-Token · 可安全重试 · 超时 60 秒
         *
         *     上传附件类材料的文件，每次一个。上传不等于提交：须在 #4 materials 中列出 attachId 才进入办件。申报阶段没有删除函数，不再需要的文件不列入 #4 即可；未被引用的文件 30 天后清除。同一 declareNo+materialId 下相同摘要再次上传返回原 attachId 且 duplicate="1"。
         */
        post: operations["uploadAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查询该材料已经上传的附件展示
         * @description **函数 15** · 须带 X-User-Token · 可安全重试 · 超时 10 秒
         *
         *     返回本申报该材料下全部已上传文件（含未打算提交的），按上传时间升序。
         */
        post: operations["listUploadedAttachments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/last": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查询当前材料上一次申报上传的附件
         * @description **函数 9** · 须带 X-User-Token · 可安全重试 · 超时 10 秒
         *
         *     历史复用：当前用户上一次（已提交的）申报中同一 materialId 的附件。复用时直接把 attachId 写入 #4 materials，无需重新上传。
         */
        post: operations["listLastAttachments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 获取附件信息
         * @description **函数 8** · 须带 X-User-Token · 可安全重试 · 超时 10 秒
         *
         *     取附件元数据与短时下载地址（300 秒）。地址为普通 HTTP GET，不带签名头；不得缓存、转发或落库；过期后重新调用本函数。扫描状态 "0" 时地址已可用，"2" 时返回 4005。
         */
        post: operations["getAttachmentInfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credit/enterprise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 企业用户信用信息查询（信用中国接口）
         * @description **函数 10** · 须带 X-User-Token · 可安全重试 · 超时 15 秒
         *
         *     查询企业登记信息与信用记录，用于表单预填和办件提示。上游为“信用中国”，可能较慢或不可用（5003），不得因其失败阻断申报。
         */
        post: operations["queryEnterpriseCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/declarations/save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 在线办理正式提交的数据保存
         * @description **函数 4** · 须带 X-User-Token · 只可用同一 requestNo 重试 · 超时 30 秒
         *
         *     saveType="1" 保存电子表单草稿；saveType="2" 正式提交并生成办件号。正式提交前平台整体校验：必要材料齐全（表单已存、附件已列、可承诺的已承诺、shareFlag="1" 的可缺）、申请人与登录用户一致；任何一项不符返回 3001 并在 data.errors 逐项列出，不产生办件。**未收到应答时只可用同一 requestNo 重试**。data.acceptTime 是平台接收时间，不是法定受理时间。
         */
        post: operations["saveDeclaration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登录
         * @description **函数 17** · 无需用户令牌 · 不得自动重试 · 超时 10 秒
         *
         *     小程序用户与一网通用户绑定的入口。密码连续错误 5 次锁定 30 分钟（2002）。userToken 有效 7200 秒，refreshToken 有效 7 天且单次有效。**不得自动重试**：口令方式会累计失败次数，凭据与刷新令牌均为一次性；应答丢失时须让用户重新登录。
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 获取办件数量
         * @description **函数 18** · 须带 X-User-Token · 可安全重试 · 超时 10 秒
         *
         *     四类列表的数量。与 #19 同口径；类别 4 与 1～3 可重叠，四数之和不等于办件总数。
         */
        post: operations["getCaseCounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看补证件、在办件、办结件、承诺补证件
         * @description **函数 19** · 须带 X-User-Token · 可安全重试 · 超时 10 秒
         *
         *     按提交时间倒序。承诺补证件：已受理、状态不为 40/97/98/99、且有未交清承诺材料的办件。
         */
        post: operations["listCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/with-attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查找上传过附件的办件列表
         * @description **函数 20** · 须带 X-User-Token · 可安全重试 · 超时 10 秒
         *
         *     历史复用：列出本人上传过附件的办件，再以 #21 取其附件。
         */
        post: operations["listCasesWithAttachments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看办件上传过的材料
         * @description **函数 21** · 须带 X-User-Token · 可安全重试 · 超时 10 秒
         *
         *     办件提交时的全部材料（含补正后补充的）。其中 attachId 可直接用于新申报 #4。
         */
        post: operations["listCaseMaterials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看在办件的进度
         * @description **函数 27** · 须带 X-User-Token · 可安全重试 · 超时 10 秒
         *
         *     节点按 seq 升序；补正等节点可多次出现。办结件同样可查。收到 #28 推送后应以本函数重新取数为准。
         */
        post: operations["getCaseProgress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 下载完整材料的压缩文件
         * @description **函数 32** · 须带 X-User-Token · 可安全重试 · 超时 120 秒
         *
         *     打包下载办件全部材料（表单生成的 PDF、附件、补正件）。首次打包需要时间，返回 5001 与 retryAfterSeconds，按其间隔重试，最多等 5 分钟。压缩包不超过 200 MiB，文件名 UTF-8。收完后须核对 Content-Length 与 X-Content-Digest。
         */
        post: operations["downloadCaseArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplements/required": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看需要补正的材料
         * @description **函数 22** · 须带 X-User-Token · 可安全重试 · 超时 10 秒
         *
         *     返回所有**未提交**的轮次（补正与承诺补证）。承诺补证轮次在办件受理时由平台自动产生。deadline 可能为 null。
         */
        post: operations["getSupplementRequirements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplements/attachments/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传补正材料
         * @description **函数 23** · 须带 X-User-Token · 可安全重试 · 超时 60 秒
         *
         *     前置：#22。上传本轮某项材料（kind=2）的文件，每次一个。同一 caseNo+round+materialId 下相同摘要返回原 attachId 且 duplicate="1"。轮次已提交或已过截止时间返回 3003。
         */
        post: operations["uploadSupplementAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplements/attachments/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 删除补正材料
         * @description **函数 24** · 须带 X-User-Token · 可安全重试 · 超时 10 秒
         *
         *     删除本轮已上传、尚未提交的文件。重复删除返回成功且 duplicate="1"。轮次已提交返回 3003。
         */
        post: operations["deleteSupplementAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplements/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 补正材料
         * @description **函数 25** · 须带 X-User-Token · 只可用同一 requestNo 重试 · 超时 30 秒
         *
         *     提交一轮补正，提交后本轮不可再改。普通补正提交后办件状态由 28 回到补正前的阶段：未受理的回到 26，已受理的回到 32；承诺补证提交不改变办件状态。kind=1 的待补材料在 forms 中重交。
         */
        post: operations["submitSupplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplements/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看上传的补正材料
         * @description **函数 26** · 须带 X-User-Token · 可安全重试 · 超时 10 秒
         *
         *     按轮次返回已上传的补正文件，含未提交轮次。
         */
        post: operations["listSupplementMaterials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 获取评价时的选项
         * @description **函数 31** · 无需用户令牌 · 可安全重试 · 超时 10 秒
         *
         *     好差评选项字典，可缓存 24 小时。optionCode 首位等于分值。
         */
        post: operations["listEvaluationOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 添加评价
         * @description **函数 30** · 须带 X-User-Token · 只可用同一 requestNo 重试 · 超时 15 秒
         *
         *     办结（40、90、97）后 30 天内可评价一次，不可修改。score≤2 时 optionCodes 与 comment 至少一项非空，否则 6003。
         */
        post: operations["addEvaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/detail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看评价
         * @description **函数 29** · 须带 X-User-Token · 可安全重试 · 超时 10 秒
         *
         *     查看本人对某办件的评价及部门回复。
         */
        post: operations["getEvaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    approvalEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 接收审批数据，发送消息推送
         * @description **函数 28（入向）** · 平台推送 · 接收方须在 5 秒内应答
         *
         *     签名头与出向相同，但密钥为登记回调时另行约定的 callbackSecret，用户令牌位恒为空串。同一 eventId 可能送达多次、可能乱序；以 eventId 去重，以 sequence（同一办件内严格递增，可能跳号）判断新旧：不大于已处理最大 sequence 的事件只记录、不覆盖状态。应答 HTTP 200 且 code="0" 视为送达，其余一律重投，最多 8 次（1、2、5、15、30、60、180、360 分钟）。重投的 eventId 与业务内容不变，时间戳、随机串、签名重新生成。
         */
        post: operations["receiveApprovalEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description 编码/标识。一律为字符串，不可当数字处理，不含业务含义 */
        Id: string;
        /** @description 请求流水号，建议 UUID；大小写敏感 */
        RequestNo: string;
        /**
         * @description 标志："1" 是，"0" 否
         * @enum {string}
         */
        Flag: "1" | "0";
        /**
         * @description 可缺省标志；null、"" 或字段缺失均表示未提供，按 "0" 理解
         * @enum {string|null}
         */
        OptFlag: "1" | "0" | "" | null;
        /** @description 北京时间（Asia/Shanghai），格式 yyyy-MM-dd HH:mm:ss，不带时区 */
        DateTime: string;
        /** @description 可缺省的北京时间 yyyy-MM-dd HH:mm:ss；null、"" 或缺失表示无 */
        OptDateTime: string | null;
        /** @description 日期 yyyy-MM-dd（北京时间） */
        Date: string;
        /** @description 可缺省的日期 yyyy-MM-dd；null、"" 或缺失表示无 */
        OptDate: string | null;
        /** @description 可缺省的编码；null、"" 或缺失表示无 */
        OptId: string | null;
        /** @description 可缺省的文本；null、"" 或缺失表示无 */
        OptText: string | null;
        /** @description 可缺省的整数；null 或缺失表示无 */
        OptInt: number | null;
        /** @description 可缺省的 URL */
        OptUrl: string | null;
        /** @description 小写十六进制摘要（64 位）。算法随 X-Sign-Method：HMAC-SM3→SM3，HMAC-SHA256→SHA-256 */
        Digest: string;
        /** @description 文件名（含扩展名），UTF-8，不含路径及 \ / : * ? " < > | 和控制字符 */
        FileName: string;
        /** @description 文件大小，单位字节；与 file 部件实际字节数不一致返回 3001，超过上限返回 4002（不是 3001） */
        FileSize: number;
        /**
         * Format: binary
         * @description 文件原始字节（multipart 的 file 部件，有且仅有一个，须带 filename 与 Content-Type）
         */
        FileBinary: string;
        /** @description 统一社会信用代码（GB 32100，含校验位） */
        Uscc: string;
        /** @description 居民身份证号（GB 11643，含校验位，X 大写） */
        IdNo: string;
        /** @description 手机号 */
        Mobile: string;
        /**
         * @description 用户主体类型：person 自然人；enterprise 企业（含个体工商户、事业单位、社会组织等非自然人）
         * @enum {string}
         */
        SubjectType: "person" | "enterprise";
        /** @description 关键词，按名称模糊匹配，首尾空白忽略 */
        Keyword: string;
        /**
         * @description 页码，从 1 开始；缺省 1
         * @default 1
         */
        PageNo: number;
        /**
         * @description 每页条数；缺省 10，最大 50
         * @default 10
         */
        PageSize: number;
        /**
         * @description 办件状态码
         *
         *     | 码 | 含义 |
         *     |---|---|
         *     | 12 | 已提交 |
         *     | 16 | 预审通过 |
         *     | 24 | 待收件 |
         *     | 26 | 已收件待受理 |
         *     | 28 | 待补正 |
         *     | 30 | 已受理 |
         *     | 32 | 审查中 |
         *     | 40 | 不予许可（办结） |
         *     | 50 | 准予许可 |
         *     | 60 | 证照已制作 |
         *     | 90 | 已办结 |
         *     | 97 | 不予受理（办结） |
         *     | 98 | 已撤回（办结） |
         *     | 99 | 已终止（办结） |
         *
         *     可能随时出现未列出的新码，客户端须按“未知”兜底展示 xxxName 文本，不得报错。
         */
        CaseStatus: string;
        /**
         * @description 进度节点码
         *
         *     | 码 | 含义 |
         *     |---|---|
         *     | 10 | 申请提交 |
         *     | 20 | 网上预审 |
         *     | 30 | 收件 |
         *     | 40 | 受理 |
         *     | 45 | 补正 |
         *     | 50 | 审查 |
         *     | 60 | 决定 |
         *     | 70 | 制证 |
         *     | 80 | 送达办结 |
         *     | 88 | 承诺补证 |
         *
         *     可能随时出现未列出的新码，客户端须按“未知”兜底展示 xxxName 文本，不得报错。
         */
        NodeCode: string;
        /**
         * @description 节点状态码
         *
         *     | 码 | 含义 |
         *     |---|---|
         *     | 0 | 未到达 |
         *     | 1 | 进行中 |
         *     | 2 | 已完成 |
         *
         *     可能随时出现未列出的新码，客户端须按“未知”兜底展示 xxxName 文本，不得报错。
         */
        NodeState: string;
        /**
         * @description 材料必要性
         *
         *     | 码 | 含义 |
         *     |---|---|
         *     | 1 | 必要 |
         *     | 2 | 非必要 |
         *     | 3 | 容缺（可随告知承诺/容缺承诺后补） |
         *
         *     可能随时出现未列出的新码，客户端须按“未知”兜底展示 xxxName 文本，不得报错。
         */
        Necessity: string;
        /**
         * @description 材料类别
         *
         *     | 码 | 含义 |
         *     |---|---|
         *     | 1 | 电子表单（在线填写） |
         *     | 2 | 附件（上传文件） |
         *
         *     可能随时出现未列出的新码，客户端须按“未知”兜底展示 xxxName 文本，不得报错。
         */
        MaterialKind: string;
        /**
         * @description 材料形式；null、"" 或缺失表示无
         *
         *     | 码 | 含义 |
         *     |---|---|
         *     | 1 | 原件 |
         *     | 2 | 复印件 |
         *     | 3 | 原件和复印件 |
         *     | 4 | 电子文件 |
         *
         *     可能随时出现未列出的新码，客户端须按“未知”兜底展示 xxxName 文本，不得报错。
         */
        DocumentForm: string | null;
        /**
         * @description 材料来源渠道；null、"" 或缺失表示无
         *
         *     | 码 | 含义 |
         *     |---|---|
         *     | 1 | 申请人自备 |
         *     | 2 | 政府部门核发 |
         *     | 3 | 中介或第三方 |
         *
         *     可能随时出现未列出的新码，客户端须按“未知”兜底展示 xxxName 文本，不得报错。
         */
        MaterialSource: string | null;
        /**
         * @description 事项类型
         *
         *     | 码 | 含义 |
         *     |---|---|
         *     | 1 | 行政许可 |
         *     | 2 | 行政确认 |
         *     | 3 | 其他行政权力（备案等） |
         *
         *     可能随时出现未列出的新码，客户端须按“未知”兜底展示 xxxName 文本，不得报错。
         */
        ItemType: string;
        /**
         * @description 网上办理深度；null、"" 或缺失表示无
         *
         *     | 码 | 含义 |
         *     |---|---|
         *     | 1 | 信息发布 |
         *     | 2 | 网上预约 |
         *     | 3 | 网上预审 |
         *     | 4 | 全程网办 |
         *
         *     可能随时出现未列出的新码，客户端须按“未知”兜底展示 xxxName 文本，不得报错。
         */
        OnlineLevel: string | null;
        /**
         * @description 时限单位
         *
         *     | 码 | 含义 |
         *     |---|---|
         *     | 1 | 工作日 |
         *     | 2 | 自然日 |
         *     | 3 | 月 |
         *
         *     可能随时出现未列出的新码，客户端须按“未知”兜底展示 xxxName 文本，不得报错。
         */
        TimeUnit: string;
        /**
         * @description 补正类型
         *
         *     | 码 | 含义 |
         *     |---|---|
         *     | 1 | 补正（审批人员要求） |
         *     | 2 | 承诺补证（告知承诺/容缺后补） |
         *
         *     可能随时出现未列出的新码，客户端须按“未知”兜底展示 xxxName 文本，不得报错。
         */
        SupplementType: string;
        /**
         * @description 登记状态
         *
         *     | 码 | 含义 |
         *     |---|---|
         *     | 1 | 存续 |
         *     | 2 | 注销 |
         *     | 3 | 吊销 |
         *     | 4 | 迁出 |
         *
         *     可能随时出现未列出的新码，客户端须按“未知”兜底展示 xxxName 文本，不得报错。
         */
        RegStatus: string;
        /** @description 评价等级名称：1 非常不满意、2 不满意、3 基本满意、4 满意、5 非常满意 */
        SatisfactionName: string;
        /** @description 评价分值：1 非常不满意，2 不满意，3 基本满意，4 满意，5 非常满意 */
        Score: number;
        /** @description 成功信封（HTTP 200 且 code="0"） */
        OkEnvelope: {
            /**
             * @description 结果码，恒为字符串 "0"
             * @enum {string}
             */
            code: "0";
            /** @description 结果说明，仅供日志与排错，不作判断依据 */
            message: string;
            /** @description 平台侧请求号，排错时提供给平台 */
            requestId: string;
            /** @description 业务数据，见各函数 */
            data: unknown;
        };
        /** @description 业务失败信封（HTTP 200 且 code≠"0"）。错误码见文档第 5 章；未知的新码按首位数字归类处理 */
        FailEnvelope: {
            /** @description 错误码 */
            code: string;
            /** @description 错误说明（中文，可能调整，不得用于程序判断） */
            message: string;
            /** @description 平台侧请求号 */
            requestId: string;
            /** @description 附加信息；多数错误码为 null、"" 或缺失 */
            data?: components["schemas"]["FailData"] | null | "";
        };
        /** @description 错误附加信息，按错误码给出其中若干项 */
        FailData: {
            /** @description 2002：账号自动解锁时间 */
            unlockAt?: components["schemas"]["OptDateTime"];
            /** @description 2001：锁定前剩余尝试次数 */
            remainTimes?: components["schemas"]["OptInt"];
            /** @description 3001：逐字段错误清单 */
            errors?: components["schemas"]["FieldError"][] | null;
            /** @description 3003：当前状态码。办件类函数为办件状态码；申报类函数为申报状态：0 草稿、1 已提交、2 已失效 */
            currentStatus?: string | null;
            /** @description 3004：该流水号首次使用时间 */
            firstRequestAt?: components["schemas"]["OptDateTime"];
            /** @description 5001/5002/5003：建议重试间隔（秒） */
            retryAfterSeconds?: components["schemas"]["OptInt"];
            /** @description 4002：允许的最大字节数 */
            maxSizeBytes?: components["schemas"]["OptInt"];
            /** @description 4004：允许的最大件数 */
            maxCount?: components["schemas"]["OptInt"];
            /** @description 4001：允许的扩展名，逗号分隔 */
            fileTypes?: components["schemas"]["OptText"];
        };
        /** @description 字段错误 */
        FieldError: {
            /** @description 字段路径，点号与下标形式，如 forms[0].formData.uscc */
            field: string;
            /** @description 错误说明 */
            message: string;
        };
        /** @description 分页信息 */
        PageBase: {
            /** @description 总条数 */
            total: number;
            /** @description 当前页码 */
            pageNo: number;
            /** @description 每页条数 */
            pageSize: number;
        };
        /** @description 账号密码登录 */
        LoginByPassword: {
            /**
             * @description 登录方式：账号密码 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            loginType: "password";
            subjectType: components["schemas"]["SubjectType"];
            /** @description 账号：个人为手机号或身份证号；企业为统一社会信用代码或一网通登录名 */
            account: string;
            /** @description 密码密文：以平台下发的 SM2 公钥加密 UTF-8 口令，排列 C1C3C2，小写十六进制，以 04 开头（非压缩点） */
            password: string;
            /** @description 图形验证码编号；平台要求时必填 */
            captchaId?: components["schemas"]["Id"];
            /** @description 图形验证码 */
            captchaCode?: string;
        };
        /** @description 手机号凭据登录（小程序经微信验证手机号后，由可信应用担保的免密登录） */
        LoginByPhoneTicket: {
            /**
             * @description 登录方式：手机号凭据 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            loginType: "phoneTicket";
            subjectType: components["schemas"]["SubjectType"];
            /** @description 一次性手机号凭据：以平台 SM2 公钥加密文本“手机号|X-Timestamp|X-Nonce”，排列 C1C3C2，小写十六进制，以 04 开头；时间戳与随机串须与本次请求头一致 */
            phoneTicket: string;
            /** @description subjectType=enterprise 且该手机号是多家企业经办人时必填，指明企业；否则返回 3001 */
            account?: components["schemas"]["Uscc"];
        };
        /** @description 刷新令牌。成功后旧 userToken、旧 refreshToken 立即失效 */
        LoginByRefresh: {
            /**
             * @description 登录方式：刷新令牌 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            loginType: "refresh";
            /** @description 上次登录或刷新取得的刷新令牌 */
            refreshToken: string;
        };
        /** @description 登录请求，按 loginType 三选一 */
        LoginRequest: components["schemas"]["LoginByPassword"] | components["schemas"]["LoginByPhoneTicket"] | components["schemas"]["LoginByRefresh"];
        /** @description 登录结果 */
        LoginData: {
            /** @description 用户令牌，放入请求头 X-User-Token */
            userToken: string;
            /** @description 刷新令牌，单次有效 */
            refreshToken: string;
            /** @description userToken 有效秒数 */
            expiresIn: number;
            /** @description refreshToken 有效秒数 */
            refreshExpiresIn?: components["schemas"]["OptInt"];
            user: components["schemas"]["UserInfo"];
        };
        /** @description 登录用户基本信息（证件号、手机号为明文，仅可用于表单预填，不得落日志） */
        UserInfo: {
            /** @description 用户标识，与推送 #28 的 userId 一致 */
            userId: components["schemas"]["Id"];
            subjectType: components["schemas"]["SubjectType"];
            /** @description 姓名或企业名称 */
            name: string;
            /** @description 自然人身份证号 */
            idNo?: components["schemas"]["OptText"];
            /** @description 企业统一社会信用代码 */
            uscc?: components["schemas"]["OptText"];
            /** @description 手机号（企业为经办人手机号） */
            phone?: components["schemas"]["OptText"];
            /** @description 法定代表人/负责人姓名 */
            legalPerson?: components["schemas"]["OptText"];
            /** @description 法定代表人/负责人身份证号 */
            legalPersonIdNo?: components["schemas"]["OptText"];
            /** @description 企业经办人姓名 */
            agentName?: components["schemas"]["OptText"];
            /** @description 企业经办人身份证号 */
            agentIdNo?: components["schemas"]["OptText"];
            /** @description 住址或注册地址 */
            address?: components["schemas"]["OptText"];
            /** @description 实名等级：1 未实名 2 初级 3 高级（人脸核验）；可能出现新值 */
            realNameLevel?: string | null;
        };
        /** @description 按事项编码查询 */
        ItemIdRequest: {
            /** @description 事项编码 */
            itemId: components["schemas"]["Id"];
        };
        /** @description 事项列表查询条件；各条件为“且”关系 */
        ItemListRequest: {
            pageNo?: components["schemas"]["PageNo"];
            pageSize?: components["schemas"]["PageSize"];
            /** @description 只查面向该主体的事项 */
            subjectType?: components["schemas"]["SubjectType"];
            /** @description 部门编码 */
            departmentCode?: components["schemas"]["Id"];
            /** @description 主题编码 */
            themeCode?: components["schemas"]["Id"];
        };
        /** @description 随机推荐条件 */
        ItemRecommendRequest: {
            /** @description 推荐条数 */
            count: number;
            /** @description 只推荐面向该主体的事项 */
            subjectType?: components["schemas"]["SubjectType"];
        };
        /** @description 事项检索条件 */
        ItemSearchRequest: {
            keyword: components["schemas"]["Keyword"];
            pageNo?: components["schemas"]["PageNo"];
            pageSize?: components["schemas"]["PageSize"];
            subjectType?: components["schemas"]["SubjectType"];
        };
        /** @description 事项摘要 */
        ItemBrief: {
            /** @description 事项编码 */
            itemId: components["schemas"]["Id"];
            /** @description 实施清单编码（国家统一编码规则，可能未赋码） */
            itemCode?: components["schemas"]["OptId"];
            /** @description 事项名称（全称） */
            itemName: string;
            /** @description 事项简称 */
            shortName?: components["schemas"]["OptText"];
            itemType: components["schemas"]["ItemType"];
            /** @description 适用主体，逗号分隔：person、enterprise */
            subjectTypes: string;
            /** @description 实施部门名称 */
            department: string;
            /** @description 部门编码 */
            departmentCode?: components["schemas"]["OptId"];
            /** @description 主题编码 */
            themeCode?: components["schemas"]["OptId"];
            /** @description 主题名称 */
            themeName?: components["schemas"]["OptText"];
            onlineLevel?: components["schemas"]["OnlineLevel"];
            /** @description 法定时限数值，单位见 #3 */
            statutoryDays?: components["schemas"]["OptInt"];
            /** @description 承诺时限（工作日） */
            promisedDays?: components["schemas"]["OptInt"];
            /** @description 是否分情形："1" 先调 #12 再调 #13；"0" 直接调 #11 */
            situationFlag: components["schemas"]["Flag"];
            /** @description 是否支持告知承诺（容缺） */
            promiseFlag?: components["schemas"]["OptFlag"];
        };
        /** @description 事项分页 */
        ItemPage: components["schemas"]["PageBase"] & {
            /** @description 本页记录；无记录时为空数组 */
            rows: components["schemas"]["ItemBrief"][];
        };
        /** @description 推荐事项（随机、不去重于上次） */
        ItemRows: components["schemas"]["PageBase"] & {
            /** @description 全部记录；无记录时为空数组 */
            rows: components["schemas"]["ItemBrief"][];
        };
        /** @description 时限 */
        TimeLimit: {
            /** @description 数值 */
            value: number;
            unit: components["schemas"]["TimeUnit"];
            /** @description 原文表述 */
            text?: components["schemas"]["OptText"];
        };
        /** @description 设定/实施依据 */
        LegalBasis: {
            /** @description 法律法规规章名称 */
            lawName: string;
            /** @description 条款 */
            article?: components["schemas"]["OptText"];
            /** @description 内容摘要 */
            content?: components["schemas"]["OptText"];
        };
        /** @description 办理结果文书或证照 */
        ResultDocument: {
            /** @description 名称 */
            docName: string;
            /** @description 有效期说明 */
            validity?: components["schemas"]["OptText"];
        };
        /** @description 告知承诺（容缺受理）信息 */
        PromiseInfo: {
            /** @description 是否支持 */
            supported: components["schemas"]["Flag"];
            /** @description 可承诺的材料或条件 */
            scope?: components["schemas"]["OptText"];
            /** @description 承诺材料补交期限（自受理起工作日） */
            supplementDays?: components["schemas"]["OptInt"];
            /** @description 逾期未补交的后果 */
            consequence?: components["schemas"]["OptText"];
        };
        /** @description 事项办事指南 */
        ItemDetail: components["schemas"]["ItemBrief"] & {
            /** @description 法定办结时限 */
            statutoryLimit: components["schemas"]["TimeLimit"];
            /** @description 承诺办结时限 */
            promisedLimit: components["schemas"]["TimeLimit"];
            /** @description 不计入时限的情形 */
            notCounted?: components["schemas"]["OptText"];
            /** @description 办理依据 */
            legalBasis: components["schemas"]["LegalBasis"][];
            /** @description 受理条件 */
            conditions: string[];
            /** @description 结果文书 */
            resultDocuments: components["schemas"]["ResultDocument"][];
            noticeCommitment: components["schemas"]["PromiseInfo"];
            /** @description 是否收费 */
            chargeFlag?: components["schemas"]["OptFlag"];
            /** @description 收费说明 */
            chargeNote?: components["schemas"]["OptText"];
            /** @description 办理地点 */
            handleAddress: string;
            /** @description 办理时间 */
            handleTime?: components["schemas"]["OptText"];
            /** @description 咨询电话 */
            phone: string;
            /** @description 监督投诉电话 */
            complaintPhone?: components["schemas"]["OptText"];
            /** @description 办件类型（即办件、承诺件） */
            handleType?: components["schemas"]["OptText"];
            /** @description 到办事现场次数，0 为全程不用到场 */
            visitTimes?: components["schemas"]["OptInt"];
            /** @description 预约电话 */
            bookingPhone?: components["schemas"]["OptText"];
            /** @description 预约办理的说明 */
            bookingNote?: components["schemas"]["OptText"];
            /** @description 办理地点纬度(GCJ-02) */
            handleLatitude?: number | null;
            /** @description 办理地点经度(GCJ-02) */
            handleLongitude?: number | null;
            /** @description 办理流程 */
            process?: string[] | null;
            /** @description 温馨提示 */
            tips?: string[] | null;
            /** @description 指南版本 */
            guideVersion: string;
            /** @description 最近更新时间 */
            updatedAt?: components["schemas"]["OptDateTime"];
        };
        /** @description 申请材料 */
        Material: {
            /** @description 材料编码（同一事项内唯一且长期稳定） */
            materialId: components["schemas"]["Id"];
            /** @description 材料名称 */
            materialName: string;
            /** @description 显示顺序 */
            seq: number;
            kind: components["schemas"]["MaterialKind"];
            necessity: components["schemas"]["Necessity"];
            documentForm?: components["schemas"]["DocumentForm"];
            source?: components["schemas"]["MaterialSource"];
            /** @description 来源说明 */
            sourceDetail?: components["schemas"]["OptText"];
            /** @description 电子表单编码（kind=1） */
            formId?: components["schemas"]["OptId"];
            /** @description 电子表单版本（kind=1）；#4 须原样带回 */
            formVersion?: components["schemas"]["OptText"];
            /** @description 最少文件数（kind=2） */
            minCount?: components["schemas"]["OptInt"];
            /** @description 最多文件数（kind=2） */
            maxCount?: components["schemas"]["OptInt"];
            /** @description 纸质份数 */
            paperCopies?: components["schemas"]["OptInt"];
            /** @description 允许的扩展名，小写，逗号分隔，如 "jpg,png,pdf" */
            fileTypes?: components["schemas"]["OptText"];
            /** @description 单个文件最大字节数 */
            maxSizeBytes?: components["schemas"]["OptInt"];
            /** @description 是否有空表可下载（#2 kind=1） */
            blankFlag?: components["schemas"]["OptFlag"];
            /** @description 是否有样表可下载（#2 kind=2） */
            sampleFlag?: components["schemas"]["OptFlag"];
            /** @description 可由数据共享/电子证照核验，"1" 时允许不上传 */
            shareFlag?: components["schemas"]["OptFlag"];
            /** @description 本材料可否承诺后补（可放入 #4 promiseMaterialIds） */
            promiseFlag?: components["schemas"]["OptFlag"];
            /** @description 承诺补交期限（自受理起工作日） */
            promiseDays?: components["schemas"]["OptInt"];
            /** @description 所需情形的文字说明（仅 #1） */
            situationText?: components["schemas"]["OptText"];
            /** @description 要求提供材料的依据 */
            legalBasis?: components["schemas"]["OptText"];
            /** @description 填报须知 */
            note?: components["schemas"]["OptText"];
        };
        /** @description 材料清单 */
        MaterialRows: components["schemas"]["PageBase"] & {
            /** @description 事项编码 */
            itemId: components["schemas"]["Id"];
            /** @description 事项名称 */
            itemName?: components["schemas"]["OptText"];
            /** @description 全部记录；无记录时为空数组 */
            rows: components["schemas"]["Material"][];
        };
        /** @description 空表样表下载 */
        BlankFileRequest: {
            /** @description 材料编码 */
            materialId: components["schemas"]["Id"];
            /**
             * @description 文件类别："1" 空表，"2" 样表
             * @enum {string}
             */
            kind: "1" | "2";
        };
        /** @description 情形选项 */
        SituationOption: {
            /** @description 选项编码（同一事项内唯一） */
            optionId: components["schemas"]["Id"];
            /** @description 选项名称 */
            optionName: string;
            /** @description 显示顺序 */
            seq: number;
            /** @description "1" 表示选此项不能网上办理，blockTip 为提示 */
            blockFlag?: components["schemas"]["OptFlag"];
            /** @description 不能办理的提示 */
            blockTip?: components["schemas"]["OptText"];
        };
        /** @description 情形（一个问题） */
        Situation: {
            /** @description 情形编码 */
            situationId: components["schemas"]["Id"];
            /** @description 问题 */
            question: string;
            /** @description 显示顺序 */
            seq: number;
            /**
             * @description 选择方式
             *
             *     | 码 | 含义 |
             *     |---|---|
             *     | 1 | 单选 |
             *     | 2 | 多选 |
             *
             *     可能随时出现未列出的新码，客户端须按“未知”兜底展示 xxxName 文本，不得报错。
             */
            chooseType: string;
            /** @description 问题显示时是否必答 */
            requiredFlag: components["schemas"]["Flag"];
            /** @description 显示条件：逗号分隔的 optionId，任一被选中时才显示本题；null、"" 或缺失表示始终显示。被依赖的题隐藏时，本题随之隐藏 */
            dependOptionIds?: string | null;
            /** @description 选项 */
            options: components["schemas"]["SituationOption"][];
        };
        /** @description 情形清单 */
        SituationRows: components["schemas"]["PageBase"] & {
            /** @description 事项编码 */
            itemId: components["schemas"]["Id"];
            /** @description 全部记录；无记录时为空数组 */
            rows: components["schemas"]["Situation"][];
        };
        /** @description 按所选情形查询材料 */
        OptionsRequest: {
            /** @description 事项编码 */
            itemId: components["schemas"]["Id"];
            /** @description 全部已选 optionId（多题合并为一个数组，次序无关） */
            optionIds: components["schemas"]["Id"][];
        };
        /** @description 选定或修改申报情形。不带 declareNo 为新开申报；带 declareNo 为修改 */
        ChooseSituationRequest: {
            /** @description 请求流水号，由调用方生成；同号同内容返回首次结果且 duplicate="1"，同号不同内容返回 3004 */
            requestNo: components["schemas"]["RequestNo"];
            /** @description 事项编码 */
            itemId: components["schemas"]["Id"];
            /** @description 全部已选 optionId；不分情形的事项传空数组 */
            optionIds: components["schemas"]["Id"][];
            /** @description 申报号；修改情形时必填 */
            declareNo?: components["schemas"]["Id"];
        };
        /** @description 选定情形结果 */
        ChooseSituationData: {
            /** @description 申报号 */
            declareNo: components["schemas"]["Id"];
            /** @description 事项编码 */
            itemId: components["schemas"]["Id"];
            /** @description 所选情形的文字描述 */
            situationText?: components["schemas"]["OptText"];
            /** @description 本申报应交材料 */
            materials: components["schemas"]["Material"][];
            /** @description 修改情形后不再需要的材料；其已传附件与表单草稿保留 7 天，改回情形可恢复 */
            removedMaterialIds?: components["schemas"]["Id"][] | null;
            /** @description 是否为重复请求的首次结果："1" 是 "0" 否 */
            duplicate: components["schemas"]["Flag"];
        };
        /** @description 申请人 */
        Applicant: {
            subjectType: components["schemas"]["SubjectType"];
            /** @description 姓名或单位名称 */
            name: string;
            /** @description 证件号码：自然人为身份证号，单位为统一社会信用代码 */
            certNo: string;
            /** @description 联系电话（手机或座机） */
            phone: string;
            /** @description 法定代表人/负责人（单位必填） */
            legalPerson?: string;
            /** @description 法定代表人/负责人身份证号（单位必填） */
            legalPersonIdNo?: components["schemas"]["IdNo"];
            /** @description 住址或注册地址 */
            address?: string;
            /** @description 文书证照邮寄地址 */
            postAddress?: string;
        };
        /** @description 代理人/经办人；本人或法定代表人亲办时不传 */
        Agent: {
            /** @description 姓名 */
            name: string;
            idNo: components["schemas"]["IdNo"];
            phone: components["schemas"]["Mobile"];
        };
        /** @description 一份电子表单 */
        FormInput: {
            /** @description 表单类材料编码 */
            materialId: components["schemas"]["Id"];
            /** @description 表单版本，须与材料清单给出的一致，否则 3001 */
            formVersion: string;
            /** @description 表单数据。键为表单字段编码 fieldId，值的类型由电子表单字段字典（formId+formVersion）规定：文本/日期/证件/电话为字符串；数字为 JSON 数字；布尔为 "1"/"0"；多选为字符串数组；表格为对象数组；日期区间为 {begin,end}；附件类字段为 attachId 字符串数组 */
            formData: {
                [key: string]: unknown;
            };
        };
        /** @description 附件类材料与附件的关联 */
        MaterialInput: {
            /** @description 附件类材料编码 */
            materialId: components["schemas"]["Id"];
            /** @description 附件编码；可为本申报新上传的，也可为本人历史附件（#9、#21 取得），平台复制引用，不影响原件 */
            attachIds: components["schemas"]["Id"][];
        };
        /** @description 仅保存电子表单（草稿）。按 materialId 覆盖保存；不做必填校验，只校验类型与长度 */
        SaveFormRequest: {
            /**
             * @description "1" 仅保存电子表单 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            saveType: "1";
            /** @description 请求流水号，由调用方生成；同号同内容返回首次结果且 duplicate="1"，同号不同内容返回 3004 */
            requestNo: components["schemas"]["RequestNo"];
            /** @description 申报号（#16 取得） */
            declareNo: components["schemas"]["Id"];
            /** @description 待保存的表单 */
            forms: components["schemas"]["FormInput"][];
        };
        /** @description 正式提交。forms 可只含有改动的表单；未包含的以 saveType="1" 最近保存的为准 */
        SubmitRequest: {
            /**
             * @description "2" 正式提交 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            saveType: "2";
            /** @description 请求流水号，由调用方生成；同号同内容返回首次结果且 duplicate="1"，同号不同内容返回 3004 */
            requestNo: components["schemas"]["RequestNo"];
            /** @description 申报号（#16 取得） */
            declareNo: components["schemas"]["Id"];
            applicant: components["schemas"]["Applicant"];
            agent?: components["schemas"]["Agent"];
            /** @description 电子表单；可为空数组 */
            forms: components["schemas"]["FormInput"][];
            /** @description 附件类材料；未列出的附件视为放弃，不进入办件 */
            materials: components["schemas"]["MaterialInput"][];
            /** @description 承诺后补的材料编码（仅限 promiseFlag="1" 的材料，且不得同时出现在 materials）；无则传空数组 */
            promiseMaterialIds: components["schemas"]["Id"][];
        };
        /** @description 申报保存/提交，按 saveType 二选一 */
        DeclareSaveRequest: components["schemas"]["SaveFormRequest"] | components["schemas"]["SubmitRequest"];
        /** @description 申报保存/提交结果 */
        DeclareSaveData: {
            /** @description 申报号 */
            declareNo: components["schemas"]["Id"];
            /** @description 办件号；saveType="1" 时为 "" */
            caseNo?: components["schemas"]["OptId"];
            /** @description 平台接收时间（不是法定受理时间）；saveType="1" 时为空 */
            acceptTime?: components["schemas"]["OptDateTime"];
            /** @description 办件状态码，见 CaseStatus；saveType="1" 时为空 */
            caseStatus?: string | null;
            /** @description 表单保存时间 */
            savedAt?: components["schemas"]["OptDateTime"];
            /** @description 预计办结日期（受理后以 #27 为准） */
            promisedFinishDate?: components["schemas"]["OptDate"];
            /** @description 是否为重复请求的首次结果："1" 是 "0" 否 */
            duplicate: components["schemas"]["Flag"];
        };
        /** @description 按申报号与材料查询 */
        DeclareMaterialRequest: {
            /** @description 申报号 */
            declareNo: components["schemas"]["Id"];
            /** @description 材料编码 */
            materialId: components["schemas"]["Id"];
        };
        /** @description 按材料查询本人历史 */
        HistoryMaterialRequest: {
            /** @description 材料编码 */
            materialId: components["schemas"]["Id"];
        };
        /** @description 电子表单上传状态 */
        FormStatusData: {
            /** @description 申报号 */
            declareNo: components["schemas"]["Id"];
            /** @description 材料编码 */
            materialId: components["schemas"]["Id"];
            /** @description 是否已保存过表单 */
            uploadedFlag: components["schemas"]["Flag"];
            /** @description 必填项是否齐全（"0" 时正式提交会返回 3001） */
            completeFlag?: components["schemas"]["OptFlag"];
            /** @description 已保存的表单版本 */
            formVersion?: components["schemas"]["OptText"];
            /** @description 最近保存时间 */
            savedAt?: components["schemas"]["OptDateTime"];
        };
        /** @description 本人最近填写的表单数据（含未提交草稿）；从未填写时 formData 为 null */
        LatestFormData: {
            /** @description 材料编码 */
            materialId: components["schemas"]["Id"];
            /** @description 表单编码 */
            formId?: components["schemas"]["OptId"];
            /** @description 填写时的版本；与当前版本不同时，客户端只可取仍存在且类型相同的字段 */
            formVersion?: components["schemas"]["OptText"];
            /** @description 表单数据；从未填写时为 null */
            formData?: {
                [key: string]: unknown;
            } | null;
            /** @description 填写时间 */
            savedAt?: components["schemas"]["OptDateTime"];
            /** @description 来源申报号 */
            sourceDeclareNo?: components["schemas"]["OptId"];
            /** @description 来源办件号；草稿为空 */
            sourceCaseNo?: components["schemas"]["OptId"];
        };
        /** @description 表单内附件上传（multipart/form-data） */
        FormAttachmentUpload: {
            /** @description 申报号 */
            declareNo: components["schemas"]["Id"];
            /** @description 表单类材料编码 */
            materialId: components["schemas"]["Id"];
            /** @description 表单内附件字段编码 */
            fieldId: components["schemas"]["Id"];
            fileName: components["schemas"]["FileName"];
            fileSize: components["schemas"]["FileSize"];
            /** @description 文件摘要，须等于 X-Body-Digest 及实际字节的摘要，否则 4003 */
            digest: components["schemas"]["Digest"];
            file: components["schemas"]["FileBinary"];
        };
        /** @description 材料附件上传（multipart/form-data） */
        AttachmentUpload: {
            /** @description 申报号 */
            declareNo: components["schemas"]["Id"];
            /** @description 附件类材料编码 */
            materialId: components["schemas"]["Id"];
            fileName: components["schemas"]["FileName"];
            fileSize: components["schemas"]["FileSize"];
            /** @description 文件摘要，须等于 X-Body-Digest 及实际字节的摘要，否则 4003 */
            digest: components["schemas"]["Digest"];
            file: components["schemas"]["FileBinary"];
        };
        /** @description 按附件编码查询 */
        AttachIdRequest: {
            /** @description 附件编码 */
            attachId: components["schemas"]["Id"];
        };
        /** @description 附件元数据 */
        Attachment: {
            /** @description 附件编码 */
            attachId: components["schemas"]["Id"];
            /** @description 文件名 */
            fileName: string;
            /** @description 大小（字节） */
            fileSize: number;
            /** @description 扩展名，小写 */
            fileType?: components["schemas"]["OptText"];
            /** @description 上传时登记的摘要（小写十六进制） */
            digest?: string | null;
            /** @description 摘要算法：SM3 或 SHA-256 */
            digestMethod?: string | null;
            /** @description 所属材料编码 */
            materialId?: components["schemas"]["OptId"];
            /** @description 所属材料名称 */
            materialName?: components["schemas"]["OptText"];
            /** @description 表单内附件字段编码（#7 上传的才有） */
            fieldId?: components["schemas"]["OptId"];
            /** @description 所属申报号 */
            declareNo?: components["schemas"]["OptId"];
            /** @description 所属办件号；未提交时为空 */
            caseNo?: components["schemas"]["OptId"];
            /** @description 补正轮次；非补正上传为空 */
            round?: components["schemas"]["OptInt"];
            /** @description 上传时间 */
            uploadedAt: components["schemas"]["DateTime"];
        };
        /** @description 上传结果 */
        UploadData: components["schemas"]["Attachment"] & {
            /** @description "1" 表示同一位置已有相同摘要的文件，返回原附件，未重复入库 */
            duplicate: components["schemas"]["Flag"];
        };
        /** @description 附件信息与短时下载地址 */
        AttachmentInfo: components["schemas"]["Attachment"] & {
            /** @description 安全扫描状态：0 扫描中 1 通过 2 拦截；可能出现新值 */
            scanStatus?: string | null;
            /**
             * Format: uri
             * @description 短时下载地址（HTTP GET，无需签名头；整串不透明，不得拼接修改）
             */
            downloadUrl: string;
            /** @description 下载地址失效时间（签发后 300 秒） */
            urlExpireAt: components["schemas"]["DateTime"];
        };
        /** @description 附件清单 */
        AttachmentRows: components["schemas"]["PageBase"] & {
            /** @description 材料编码 */
            materialId: components["schemas"]["Id"];
            /** @description 全部记录；无记录时为空数组 */
            rows: components["schemas"]["Attachment"][];
        };
        /** @description 企业信用查询；uscc 与 name 至少填一项，都填时以 uscc 为准 */
        CreditRequest: {
            uscc?: components["schemas"]["Uscc"];
            /** @description 企业全称（精确匹配） */
            name?: string;
        };
        /** @description 行政处罚 */
        Penalty: {
            /** @description 处罚决定书文号 */
            docNo: string;
            /** @description 处罚事由 */
            reason?: components["schemas"]["OptText"];
            /** @description 处罚内容 */
            content?: components["schemas"]["OptText"];
            /** @description 处罚机关 */
            authority?: components["schemas"]["OptText"];
            /** @description 处罚决定日期 */
            decidedAt?: components["schemas"]["OptDate"];
            /** @description 公示截止日期 */
            publishUntil?: components["schemas"]["OptDate"];
        };
        /** @description 经营异常名录 */
        Abnormal: {
            /** @description 列入原因 */
            reason: string;
            /** @description 列入机关 */
            authority?: components["schemas"]["OptText"];
            /** @description 列入日期 */
            listedAt?: components["schemas"]["OptDate"];
            /** @description 移出日期；未移出为空 */
            removedAt?: components["schemas"]["OptDate"];
        };
        /** @description 失信被执行人 */
        DishonestExecuted: {
            /** @description 执行案号 */
            courtCaseNo: string;
            /** @description 执行法院 */
            court?: components["schemas"]["OptText"];
            /** @description 发布日期 */
            publishedAt?: components["schemas"]["OptDate"];
            /** @description 履行情况 */
            performance?: components["schemas"]["OptText"];
        };
        /** @description 守信激励名单 */
        TrustRecord: {
            /** @description 名单名称 */
            listName: string;
            /** @description 认定部门 */
            authority?: components["schemas"]["OptText"];
            /** @description 年度 */
            year?: components["schemas"]["OptText"];
        };
        /** @description 企业信用信息（来自“信用中国”及市场主体登记） */
        CreditData: {
            /** @description 是否查到该企业；"0" 时其余字段为空 */
            foundFlag: components["schemas"]["Flag"];
            /** @description 统一社会信用代码 */
            uscc?: components["schemas"]["OptText"];
            /** @description 企业名称 */
            name?: components["schemas"]["OptText"];
            /** @description 法定代表人/负责人 */
            legalPerson?: components["schemas"]["OptText"];
            /** @description 主体类型名称 */
            entType?: components["schemas"]["OptText"];
            /** @description 登记状态码，见 RegStatus */
            regStatus?: string | null;
            /** @description 登记状态名称 */
            regStatusName?: components["schemas"]["OptText"];
            /** @description 注册资本，带单位文本，如 "500.00万人民币" */
            regCapital?: components["schemas"]["OptText"];
            /** @description 成立日期 */
            establishDate?: components["schemas"]["OptDate"];
            /** @description 住所 */
            regAddress?: components["schemas"]["OptText"];
            /** @description 经营范围 */
            businessScope?: components["schemas"]["OptText"];
            /** @description 登记机关 */
            regAuthority?: components["schemas"]["OptText"];
            /** @description 是否严重失信主体 */
            dishonestFlag?: components["schemas"]["OptFlag"];
            /** @description 行政处罚 */
            penalties?: components["schemas"]["Penalty"][] | null;
            /** @description 经营异常 */
            abnormals?: components["schemas"]["Abnormal"][] | null;
            /** @description 失信被执行人 */
            dishonestExecuted?: components["schemas"]["DishonestExecuted"][] | null;
            /** @description 守信记录 */
            trustRecords?: components["schemas"]["TrustRecord"][] | null;
            /** @description 数据更新日期 */
            dataDate?: components["schemas"]["OptDate"];
        };
        /** @description 无参数，请求体固定为 {} */
        EmptyRequest: Record<string, never>;
        /** @description 按办件号查询 */
        CaseIdRequest: {
            /** @description 办件号 */
            caseNo: components["schemas"]["Id"];
        };
        /** @description 四类办件数量 */
        CaseCountsData: {
            /** @description 补证件数量（类别 1） */
            supplementCount: number;
            /** @description 在办件数量（类别 2） */
            processingCount: number;
            /** @description 办结件数量（类别 3） */
            finishedCount: number;
            /** @description 承诺补证件数量（类别 4） */
            promiseCount: number;
        };
        /** @description 四类办件列表 */
        CaseListRequest: {
            /**
             * @description 类别："1" 补证件（状态 28）；"2" 在办件（12、16、24、26、30、32、50、60）；"3" 办结件（40、90、97、98、99）；"4" 承诺补证件（有未交清的承诺材料，与 1～3 可重叠）
             * @enum {string}
             */
            category: "1" | "2" | "3" | "4";
            pageNo?: components["schemas"]["PageNo"];
            pageSize?: components["schemas"]["PageSize"];
            /** @description 按办件号、事项名称匹配 */
            keyword?: components["schemas"]["Keyword"];
            /** @description 提交日期起（含） */
            beginDate?: components["schemas"]["Date"];
            /** @description 提交日期止（含） */
            endDate?: components["schemas"]["Date"];
        };
        /** @description 上传过附件的办件列表 */
        AttachedCaseListRequest: {
            pageNo?: components["schemas"]["PageNo"];
            pageSize?: components["schemas"]["PageSize"];
            keyword?: components["schemas"]["Keyword"];
            /** @description 只查该事项 */
            itemId?: components["schemas"]["Id"];
        };
        /** @description 办件摘要 */
        CaseBrief: {
            /** @description 办件号 */
            caseNo: components["schemas"]["Id"];
            /** @description 申报号 */
            declareNo?: components["schemas"]["OptId"];
            /** @description 事项编码 */
            itemId: components["schemas"]["Id"];
            /** @description 事项名称 */
            itemName: string;
            /** @description 申请人（可能脱敏） */
            applicantName?: components["schemas"]["OptText"];
            caseStatus: components["schemas"]["CaseStatus"];
            /** @description 状态名称 */
            caseStatusName: string;
            /** @description 提交时间 */
            submitTime: components["schemas"]["DateTime"];
            /** @description 法定受理时间 */
            acceptedTime?: components["schemas"]["OptDateTime"];
            /** @description 承诺办结日期 */
            promisedFinishDate?: components["schemas"]["OptDate"];
            /** @description 办结时间 */
            finishTime?: components["schemas"]["OptDateTime"];
            /** @description 当前环节 */
            currentNodeName?: components["schemas"]["OptText"];
            /** @description 补正截止时间；可能为空 */
            supplementDeadline?: components["schemas"]["OptDateTime"];
            /** @description 承诺材料补交截止时间 */
            promiseDeadline?: components["schemas"]["OptDateTime"];
            /** @description 现在可否评价 */
            evaluableFlag?: components["schemas"]["OptFlag"];
            /** @description 是否已评价 */
            evaluatedFlag?: components["schemas"]["OptFlag"];
            /** @description 附件数（仅 #20） */
            attachCount?: components["schemas"]["OptInt"];
        };
        /** @description 办件分页 */
        CasePage: components["schemas"]["PageBase"] & {
            /** @description 本页记录；无记录时为空数组 */
            rows: components["schemas"]["CaseBrief"][];
        };
        /** @description 办件中的一项材料 */
        CaseMaterial: {
            /** @description 材料编码 */
            materialId: components["schemas"]["Id"];
            /** @description 材料名称 */
            materialName: string;
            kind: components["schemas"]["MaterialKind"];
            /** @description "1" 为承诺后补且尚未补交 */
            promisePendingFlag?: components["schemas"]["OptFlag"];
            /** @description 表单版本 */
            formVersion?: components["schemas"]["OptText"];
            /** @description 表单数据；附件类为 null */
            formData?: {
                [key: string]: unknown;
            } | null;
            /** @description 附件 */
            attachments?: components["schemas"]["Attachment"][] | null;
        };
        /** @description 办件上传过的材料 */
        CaseMaterialsData: {
            /** @description 办件号 */
            caseNo: components["schemas"]["Id"];
            /** @description 事项编码 */
            itemId: components["schemas"]["Id"];
            /** @description 事项名称 */
            itemName?: components["schemas"]["OptText"];
            caseStatus: components["schemas"]["CaseStatus"];
            /** @description 材料 */
            materials: components["schemas"]["CaseMaterial"][];
        };
        /** @description 进度节点 */
        ProgressNode: {
            nodeCode: components["schemas"]["NodeCode"];
            /** @description 节点名称 */
            nodeName: string;
            /** @description 顺序；同一 nodeCode 可多次出现（如多轮补正），以 seq 区分 */
            seq: number;
            nodeState: components["schemas"]["NodeState"];
            /** @description 办理部门 */
            department?: components["schemas"]["OptText"];
            /** @description 办理人（脱敏） */
            handler?: components["schemas"]["OptText"];
            /** @description 开始时间 */
            startTime?: components["schemas"]["OptDateTime"];
            /** @description 结束时间 */
            endTime?: components["schemas"]["OptDateTime"];
            /** @description 办理意见 */
            opinion?: components["schemas"]["OptText"];
        };
        /** @description 时限暂停区间 */
        PausePeriod: {
            /** @description 暂停原因 */
            reason: string;
            /** @description 对应补正轮次 */
            round?: components["schemas"]["OptInt"];
            /** @description 暂停起 */
            startTime: components["schemas"]["DateTime"];
            /** @description 暂停止；未恢复为空 */
            endTime?: components["schemas"]["OptDateTime"];
        };
        /** @description 已出具的文书证照 */
        IssuedDoc: {
            /** @description 名称 */
            docName: string;
            /** @description 文号/证号 */
            docNo?: components["schemas"]["OptText"];
            /** @description 出具时间 */
            issuedAt?: components["schemas"]["OptDateTime"];
            /** @description 电子件附件编码，可用 #8 取下载地址 */
            attachId?: components["schemas"]["OptId"];
        };
        /** @description 办件进度 */
        ProgressData: {
            /** @description 办件号 */
            caseNo: components["schemas"]["Id"];
            /** @description 事项编码 */
            itemId: components["schemas"]["Id"];
            /** @description 事项名称 */
            itemName: string;
            caseStatus: components["schemas"]["CaseStatus"];
            /** @description 状态名称 */
            caseStatusName: string;
            /** @description 承诺办结日期（已顺延暂停时间） */
            promisedFinishDate?: components["schemas"]["OptDate"];
            /** @description 法定办结日期（已顺延暂停时间） */
            statutoryFinishDate?: components["schemas"]["OptDate"];
            /** @description 节点，按 seq 升序 */
            nodes: components["schemas"]["ProgressNode"][];
            /** @description 暂停区间 */
            pauses?: components["schemas"]["PausePeriod"][] | null;
            /** @description 文书证照 */
            issuedDocs?: components["schemas"]["IssuedDoc"][] | null;
        };
        /** @description 待补正材料 */
        SupplementRequiredMaterial: {
            /** @description 材料编码 */
            materialId: components["schemas"]["Id"];
            /** @description 材料名称 */
            materialName: string;
            /** @description 类别；"1" 时在 #25 forms 中重交表单，"2" 时用 #23 上传 */
            kind: components["schemas"]["MaterialKind"];
            /** @description 补正原因 */
            reason: string;
            /** @description 是否有样表（#2） */
            sampleFlag?: components["schemas"]["OptFlag"];
            /** @description 表单编码 */
            formId?: components["schemas"]["OptId"];
            /** @description 表单版本 */
            formVersion?: components["schemas"]["OptText"];
            /** @description 允许的扩展名，逗号分隔 */
            fileTypes?: components["schemas"]["OptText"];
            /** @description 最多文件数 */
            maxCount?: components["schemas"]["OptInt"];
            /** @description 单个文件最大字节数 */
            maxSizeBytes?: components["schemas"]["OptInt"];
            /** @description 本轮已上传文件数 */
            uploadedCount?: components["schemas"]["OptInt"];
        };
        /** @description 一轮补正要求 */
        SupplementRound: {
            /** @description 轮次，同一办件内从 1 递增（补正与承诺补证统一编号） */
            round: number;
            supplementType: components["schemas"]["SupplementType"];
            /** @description 补正告知书文号 */
            noticeNo?: components["schemas"]["OptText"];
            /** @description 发出时间 */
            issuedAt: components["schemas"]["DateTime"];
            /** @description 截止时间；可能为 null（未定期限） */
            deadline?: components["schemas"]["OptDateTime"];
            /** @description 审批人员说明 */
            officerNote?: components["schemas"]["OptText"];
            /** @description 要求补正的部门 */
            department?: components["schemas"]["OptText"];
            /** @description 联系电话 */
            phone?: components["schemas"]["OptText"];
            /** @description 待补材料 */
            materials: components["schemas"]["SupplementRequiredMaterial"][];
        };
        /** @description 需要补正的材料（仅未提交的轮次；没有时 rounds 为空数组） */
        SupplementRequiredData: {
            /** @description 办件号 */
            caseNo: components["schemas"]["Id"];
            /** @description 事项编码 */
            itemId: components["schemas"]["Id"];
            caseStatus: components["schemas"]["CaseStatus"];
            /** @description 未提交的补正轮次 */
            rounds: components["schemas"]["SupplementRound"][];
        };
        /** @description 补正材料上传（multipart/form-data） */
        SupplementUpload: {
            /** @description 办件号 */
            caseNo: components["schemas"]["Id"];
            /** @description 轮次（文本部件，十进制整数） */
            round: number;
            /** @description 待补材料编码 */
            materialId: components["schemas"]["Id"];
            fileName: components["schemas"]["FileName"];
            fileSize: components["schemas"]["FileSize"];
            /** @description 文件摘要，须等于 X-Body-Digest 及实际字节的摘要，否则 4003 */
            digest: components["schemas"]["Digest"];
            file: components["schemas"]["FileBinary"];
        };
        /** @description 删除已上传但未提交的补正文件 */
        SupplementDeleteRequest: {
            /** @description 办件号 */
            caseNo: components["schemas"]["Id"];
            /** @description 轮次 */
            round: number;
            /** @description #23 返回的附件编码 */
            attachId: components["schemas"]["Id"];
        };
        /** @description 删除结果 */
        SupplementDeleteData: {
            /** @description 附件编码 */
            attachId: components["schemas"]["Id"];
            /** @description 恒为 "1" */
            deletedFlag: components["schemas"]["Flag"];
            /** @description "1" 表示此前已删除 */
            duplicate: components["schemas"]["Flag"];
        };
        /** @description 提交一轮补正。提交时该轮每项材料都须已有文件（kind=2）或表单（kind=1），否则 3001 */
        SupplementSubmitRequest: {
            /** @description 请求流水号，由调用方生成；同号同内容返回首次结果且 duplicate="1"，同号不同内容返回 3004 */
            requestNo: components["schemas"]["RequestNo"];
            /** @description 办件号 */
            caseNo: components["schemas"]["Id"];
            /** @description 轮次 */
            round: number;
            /** @description 需重填的电子表单（kind=1 的待补材料） */
            forms?: components["schemas"]["FormInput"][];
            /** @description 申请人说明 */
            remark?: string;
        };
        /** @description 补正提交结果 */
        SupplementSubmitData: {
            /** @description 办件号 */
            caseNo: components["schemas"]["Id"];
            /** @description 轮次 */
            round: number;
            supplementType: components["schemas"]["SupplementType"];
            /** @description 提交时间 */
            submittedAt: components["schemas"]["DateTime"];
            caseStatus: components["schemas"]["CaseStatus"];
            /** @description 是否为重复请求的首次结果："1" 是 "0" 否 */
            duplicate: components["schemas"]["Flag"];
        };
        /** @description 查看上传的补正材料 */
        SupplementListRequest: {
            /** @description 办件号 */
            caseNo: components["schemas"]["Id"];
            /** @description 轮次；不传返回全部 */
            round?: number;
        };
        /** @description 一轮补正的上传情况 */
        SupplementedRound: {
            /** @description 轮次 */
            round: number;
            supplementType: components["schemas"]["SupplementType"];
            /** @description 本轮是否已提交；"0" 时文件可用 #24 删除 */
            submittedFlag: components["schemas"]["Flag"];
            /** @description 提交时间 */
            submittedAt?: components["schemas"]["OptDateTime"];
            /** @description 截止时间 */
            deadline?: components["schemas"]["OptDateTime"];
            /** @description 材料与附件 */
            materials: components["schemas"]["CaseMaterial"][];
        };
        /** @description 已上传的补正材料 */
        SupplementListData: {
            /** @description 办件号 */
            caseNo: components["schemas"]["Id"];
            /** @description 按轮次升序 */
            rounds: components["schemas"]["SupplementedRound"][];
        };
        /** @description 评价选项 */
        EvaluationOption: {
            /** @description 选项码；首位数字等于分值 */
            optionCode: string;
            /** @description 选项名称 */
            optionName: string;
        };
        /** @description 评价选项查询 */
        EvaluationOptionsRequest: {
            /** @description 只取该分值的选项；不传返回全部 */
            score?: components["schemas"]["Score"];
        };
        /** @description 一个评价等级 */
        EvaluationLevel: {
            score: components["schemas"]["Score"];
            scoreName: components["schemas"]["SatisfactionName"];
            /** @description 是否必须给出原因（选项或文字至少一项） */
            reasonRequiredFlag: components["schemas"]["Flag"];
            /** @description 可选项 */
            options: components["schemas"]["EvaluationOption"][];
        };
        /** @description 评价选项 */
        EvaluationOptionsData: {
            /** @description 按分值降序 */
            levels: components["schemas"]["EvaluationLevel"][];
            /** @description 最多可选项数 */
            maxOptions?: components["schemas"]["OptInt"];
        };
        /** @description 添加评价 */
        EvaluationAddRequest: {
            /** @description 请求流水号，由调用方生成；同号同内容返回首次结果且 duplicate="1"，同号不同内容返回 3004 */
            requestNo: components["schemas"]["RequestNo"];
            /** @description 办件号 */
            caseNo: components["schemas"]["Id"];
            score: components["schemas"]["Score"];
            /** @description 所选选项码，首位须等于 score；可为空数组 */
            optionCodes: string[];
            /** @description 文字评价 */
            comment?: string;
        };
        /** @description 评价结果 */
        EvaluationAddData: {
            /** @description 评价编号 */
            evaluationId: components["schemas"]["Id"];
            /** @description 办件号 */
            caseNo: components["schemas"]["Id"];
            /** @description 评价时间 */
            evaluatedAt: components["schemas"]["DateTime"];
            /** @description 是否为重复请求的首次结果："1" 是 "0" 否 */
            duplicate: components["schemas"]["Flag"];
        };
        /** @description 评价详情；未评价时 evaluatedFlag="0"，其余为空 */
        EvaluationData: {
            /** @description 办件号 */
            caseNo: components["schemas"]["Id"];
            /** @description 是否已评价 */
            evaluatedFlag: components["schemas"]["Flag"];
            /** @description 现在可否评价 */
            evaluableFlag?: components["schemas"]["OptFlag"];
            /** @description 分值 1～5；未评价为 null */
            score?: number | null;
            /** @description 等级名称 */
            scoreName?: components["schemas"]["OptText"];
            /** @description 所选选项 */
            options?: components["schemas"]["EvaluationOption"][] | null;
            /** @description 文字评价 */
            comment?: components["schemas"]["OptText"];
            /** @description 评价时间 */
            evaluatedAt?: components["schemas"]["OptDateTime"];
            /** @description 部门回复 */
            replyContent?: components["schemas"]["OptText"];
            /** @description 回复时间 */
            replyAt?: components["schemas"]["OptDateTime"];
        };
        /** @description 审批事件。可能多出字段，接收方须忽略 */
        ApprovalEvent: {
            /** @description 事件编号，全局唯一，去重键 */
            eventId: components["schemas"]["Id"];
            /**
             * @description 事件类型：
             *
             *     | 值 | 含义 | 对应状态 |
             *     |---|---|---|
             *     | ACCEPTED | 已受理 | 30 |
             *     | SUPPLEMENT_REQUIRED | 需要补正 | 28 |
             *     | SUPPLEMENT_RECEIVED | 补正材料已收到 | 26 |
             *     | REVIEWED | 审查完成 | 32 |
             *     | APPROVED | 准予许可 | 50 |
             *     | REJECTED | 不予许可 | 40 |
             *     | NOT_ACCEPTED | 不予受理 | 97 |
             *     | CERTIFICATE_ISSUED | 证照已制作 | 60 |
             *     | COMPLETED | 已办结 | 90 |
             *     | PROMISE_SUPPLEMENT_DUE | 承诺材料将到期 | 不变 |
             *     | WITHDRAWN | 已撤回 | 98 |
             *
             *     可能出现新值；未知值应答 code="0"，记录后以 #27 取数。
             */
            eventType: string;
            /** @description 办件号 */
            caseNo: components["schemas"]["Id"];
            /** @description 事项编码 */
            itemId: components["schemas"]["Id"];
            /** @description 事项名称 */
            itemName: string;
            /** @description 用户标识，与 #17 user.userId 一致 */
            userId: components["schemas"]["Id"];
            /** @description 发生时间 */
            occurredAt: components["schemas"]["DateTime"];
            /** @description 同一办件内严格递增（可能跳号） */
            sequence: number;
            /** @description 摘要，可直接用于订阅消息 */
            summary?: components["schemas"]["OptText"];
            /** @description 截止时间（补正、承诺补证类事件）；其余为空 */
            deadline?: components["schemas"]["OptDateTime"];
        };
        /** @description 接收应答 */
        CallbackAck: {
            /** @description "0" 已接收；其他值平台将重投 */
            code: string;
            /** @description 说明 */
            message?: string;
            /** @description 接收方请求号，可缺 */
            requestId?: string | null;
        };
    };
    responses: {
        /** @description 缺少 X-App-Key 或其未知（网关拒绝）；应用层的鉴权失败不走此状态，而是 200 + 1001～1004、2003。应答体不定：可能是 HTML、JSON 信封或空，不得解析依赖 */
        Gateway401: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description 来源 IP 不在白名单，或被安全设备拦截。应答体不定：可能是 HTML、JSON 信封或空，不得解析依赖 */
        Gateway403: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description 请求体超过网关上限（JSON 1 MiB；multipart 12 MiB）。应答体不定：可能是 HTML、JSON 信封或空，不得解析依赖 */
        Gateway413: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description 超过限流。应答体不定：可能是 HTML、JSON 信封或空，不得解析依赖 */
        Gateway429: {
            headers: {
                /**
                 * @description 建议等待秒数
                 * @example 3
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description 网关或平台内部错误；写操作结果未知。应答体不定：可能是 HTML、JSON 信封或空，不得解析依赖 */
        Gateway500: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description 上游无应答；写操作结果未知。应答体不定：可能是 HTML、JSON 信封或空，不得解析依赖 */
        Gateway502: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description 维护或过载；可能带 Retry-After。应答体不定：可能是 HTML、JSON 信封或空，不得解析依赖 */
        Gateway503: {
            headers: {
                /**
                 * @description 建议等待秒数
                 * @example 30
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description 上游超时；写操作结果未知。应答体不定：可能是 HTML、JSON 信封或空，不得解析依赖 */
        Gateway504: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /**
         * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
         * @example 1793581800000
         */
        XTimestamp: string;
        /**
         * @description 随机串，10 分钟内不得重复，否则 1003
         * @example n9f3c1d2a7b84e55
         */
        XNonce: string;
        /** @description 签名方法；缺省 HMAC-SM3 */
        XSignMethod: "HMAC-SM3" | "HMAC-SHA256";
        /**
         * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
         * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
         */
        XBodyDigest: string;
        /**
         * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
         * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
         */
        XSignature: string;
        /** @description 调用链标识，平台原样记录 */
        XTraceId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    prepareMaterials: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemIdRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["MaterialRows"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    downloadBlankForm: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlankFileRequest"];
            };
        };
        responses: {
            /** @description 成功为文件字节；业务失败为 JSON 信封 */
            200: {
                headers: {
                    /**
                     * @description 附件名：attachment; filename*=UTF-8''百分号编码。失败（JSON）时没有
                     * @example attachment; filename*=UTF-8''%E5%AE%89%E5%85%A8%E7%94%9F%E4%BA%A7%E7%AE%A1%E7%90%86%E5%88%B6%E5%BA%A6%E6%96%87%E6%9C%AC%EF%BC%88%E7%A9%BA%E8%A1%A8%EF%BC%89.docx
                     */
                    "Content-Disposition"?: string;
                    /**
                     * @description 应答体原始字节的小写十六进制摘要，算法随请求 X-Sign-Method。失败（JSON）时没有
                     * @example 7a62346096423fffa78403965561f0ef676cf64243f30e43cec176729555db50
                     */
                    "X-Content-Digest"?: string;
                    /**
                     * @description 应答体字节数；下载成功时必有，不用分块传输
                     * @example 36
                     */
                    "Content-Length"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                    "application/json": components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    getItemDetail: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemIdRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["ItemDetail"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    listItems: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemListRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["ItemPage"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    listRecommendedItems: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemRecommendRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["ItemRows"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    searchItems: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemSearchRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["ItemPage"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    listSituations: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemIdRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["SituationRows"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    listMaterialsByOptions: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionsRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["MaterialRows"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    listMaterials: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemIdRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["MaterialRows"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    chooseSituation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseSituationRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["ChooseSituationData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    getLatestFormData: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HistoryMaterialRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["LatestFormData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    uploadFormAttachment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FormAttachmentUpload"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["UploadData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    getFormStatus: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareMaterialRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["FormStatusData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    uploadAttachment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["AttachmentUpload"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["UploadData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    listUploadedAttachments: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareMaterialRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["AttachmentRows"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    listLastAttachments: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HistoryMaterialRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["AttachmentRows"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    getAttachmentInfo: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttachIdRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["AttachmentInfo"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    queryEnterpriseCredit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreditRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["CreditData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    saveDeclaration: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareSaveRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["DeclareSaveData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    login: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["LoginData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    getCaseCounts: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["CaseCountsData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    listCases: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseListRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["CasePage"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    listCasesWithAttachments: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttachedCaseListRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["CasePage"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    listCaseMaterials: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseIdRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["CaseMaterialsData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    getCaseProgress: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseIdRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["ProgressData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    downloadCaseArchive: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseIdRequest"];
            };
        };
        responses: {
            /** @description 成功为文件字节；业务失败为 JSON 信封 */
            200: {
                headers: {
                    /**
                     * @description 附件名：attachment; filename*=UTF-8''百分号编码。失败（JSON）时没有
                     * @example attachment; filename*=UTF-8''BJ20261102120116000018-%E5%85%A8%E9%83%A8%E6%9D%90%E6%96%99.zip
                     */
                    "Content-Disposition"?: string;
                    /**
                     * @description 应答体原始字节的小写十六进制摘要，算法随请求 X-Sign-Method。失败（JSON）时没有
                     * @example 4ffdd06f08ecbe4b8baa4fc8aede20ca12bf7b4b658723040e25c745e90e20f1
                     */
                    "X-Content-Digest"?: string;
                    /**
                     * @description 应答体字节数；下载成功时必有，不用分块传输
                     * @example 22
                     */
                    "Content-Length"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                    "application/json": components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    getSupplementRequirements: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseIdRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["SupplementRequiredData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    uploadSupplementAttachment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["SupplementUpload"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["UploadData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    deleteSupplementAttachment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplementDeleteRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["SupplementDeleteData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    submitSupplement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplementSubmitRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["SupplementSubmitData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    listSupplementMaterials: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplementListRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["SupplementListData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    listEvaluationOptions: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluationOptionsRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["EvaluationOptionsData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    addEvaluation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluationAddRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["EvaluationAddData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    getEvaluation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseIdRequest"];
            };
        };
        responses: {
            /** @description 信封；code="0" 为成功，其余为业务失败 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OkEnvelope"] & {
                        data?: components["schemas"]["EvaluationData"];
                    }) | components["schemas"]["FailEnvelope"];
                };
            };
            401: components["responses"]["Gateway401"];
            403: components["responses"]["Gateway403"];
            413: components["responses"]["Gateway413"];
            429: components["responses"]["Gateway429"];
            500: components["responses"]["Gateway500"];
            502: components["responses"]["Gateway502"];
            503: components["responses"]["Gateway503"];
            504: components["responses"]["Gateway504"];
        };
    };
    receiveApprovalEvent: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 毫秒时间戳（Unix 纪元）；与平台时间相差超过 300 秒返回 1002
                 * @example 1793581800000
                 */
                "X-Timestamp": components["parameters"]["XTimestamp"];
                /**
                 * @description 随机串，10 分钟内不得重复，否则 1003
                 * @example n9f3c1d2a7b84e55
                 */
                "X-Nonce": components["parameters"]["XNonce"];
                /** @description 签名方法；缺省 HMAC-SM3 */
                "X-Sign-Method"?: components["parameters"]["XSignMethod"];
                /**
                 * @description 小写十六进制摘要：JSON 为请求体原始字节；multipart 为 file 部件的原始字节。算法随签名方法
                 * @example f1a823aaaaafe40e113c7f04dd72c289faf86252c4a9b57cf1d3c9e12547f9ad
                 */
                "X-Body-Digest": components["parameters"]["XBodyDigest"];
                /**
                 * @description 小写十六进制 HMAC(appSecret, METHOD\nPATH\nX-Timestamp\nX-Nonce\nX-Body-Digest\nuserToken或空串)
                 * @example b1fb365ef834bdb824e9b6416544cf249a656ae019bda98d0db56849d62ebc5b
                 */
                "X-Signature": components["parameters"]["XSignature"];
                /** @description 调用链标识，平台原样记录 */
                "X-Trace-Id"?: components["parameters"]["XTraceId"];
                /** @description 第几次投递：1 为首投，2～9 为重投 */
                "X-Delivery-Attempt"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalEvent"];
            };
        };
        responses: {
            /** @description 接收结果 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackAck"];
                };
            };
            /** @description 缺少签名头 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 请求体超过 64 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 内部错误，平台将重投 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 暂停服务，平台将重投 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
export const FUNCTIONS = {
    prepareMaterials: {"no":1,"path":"/api/v1/items/prepare-materials","timeoutMs":10000,"retry":"safe"},
    downloadBlankForm: {"no":2,"path":"/api/v1/materials/blank-file","timeoutMs":60000,"retry":"safe"},
    getItemDetail: {"no":3,"path":"/api/v1/items/detail","timeoutMs":10000,"retry":"safe"},
    listItems: {"no":33,"path":"/api/v1/items/list","timeoutMs":10000,"retry":"safe"},
    listRecommendedItems: {"no":34,"path":"/api/v1/items/recommend","timeoutMs":10000,"retry":"safe"},
    searchItems: {"no":35,"path":"/api/v1/items/search","timeoutMs":10000,"retry":"safe"},
    listSituations: {"no":12,"path":"/api/v1/items/situations","timeoutMs":10000,"retry":"safe"},
    listMaterialsByOptions: {"no":13,"path":"/api/v1/items/situation-materials","timeoutMs":10000,"retry":"safe"},
    listMaterials: {"no":11,"path":"/api/v1/items/materials","timeoutMs":10000,"retry":"safe"},
    chooseSituation: {"no":16,"path":"/api/v1/declarations/choose-situation","timeoutMs":15000,"retry":"requestNo"},
    getLatestFormData: {"no":6,"path":"/api/v1/forms/latest","timeoutMs":10000,"retry":"safe"},
    uploadFormAttachment: {"no":7,"path":"/api/v1/forms/attachments/upload","timeoutMs":60000,"retry":"safe"},
    getFormStatus: {"no":5,"path":"/api/v1/forms/status","timeoutMs":10000,"retry":"safe"},
    uploadAttachment: {"no":14,"path":"/api/v1/attachments/upload","timeoutMs":60000,"retry":"safe"},
    listUploadedAttachments: {"no":15,"path":"/api/v1/attachments/list","timeoutMs":10000,"retry":"safe"},
    listLastAttachments: {"no":9,"path":"/api/v1/attachments/last","timeoutMs":10000,"retry":"safe"},
    getAttachmentInfo: {"no":8,"path":"/api/v1/attachments/info","timeoutMs":10000,"retry":"safe"},
    queryEnterpriseCredit: {"no":10,"path":"/api/v1/credit/enterprise","timeoutMs":15000,"retry":"safe"},
    saveDeclaration: {"no":4,"path":"/api/v1/declarations/save","timeoutMs":30000,"retry":"requestNo"},
    login: {"no":17,"path":"/api/v1/auth/login","timeoutMs":10000,"retry":"never"},
    getCaseCounts: {"no":18,"path":"/api/v1/cases/counts","timeoutMs":10000,"retry":"safe"},
    listCases: {"no":19,"path":"/api/v1/cases/list","timeoutMs":10000,"retry":"safe"},
    listCasesWithAttachments: {"no":20,"path":"/api/v1/cases/with-attachments","timeoutMs":10000,"retry":"safe"},
    listCaseMaterials: {"no":21,"path":"/api/v1/cases/materials","timeoutMs":10000,"retry":"safe"},
    getCaseProgress: {"no":27,"path":"/api/v1/cases/progress","timeoutMs":10000,"retry":"safe"},
    downloadCaseArchive: {"no":32,"path":"/api/v1/cases/archive","timeoutMs":120000,"retry":"safe"},
    getSupplementRequirements: {"no":22,"path":"/api/v1/supplements/required","timeoutMs":10000,"retry":"safe"},
    uploadSupplementAttachment: {"no":23,"path":"/api/v1/supplements/attachments/upload","timeoutMs":60000,"retry":"safe"},
    deleteSupplementAttachment: {"no":24,"path":"/api/v1/supplements/attachments/delete","timeoutMs":10000,"retry":"safe"},
    submitSupplement: {"no":25,"path":"/api/v1/supplements/submit","timeoutMs":30000,"retry":"requestNo"},
    listSupplementMaterials: {"no":26,"path":"/api/v1/supplements/materials","timeoutMs":10000,"retry":"safe"},
    listEvaluationOptions: {"no":31,"path":"/api/v1/evaluations/options","timeoutMs":10000,"retry":"safe"},
    addEvaluation: {"no":30,"path":"/api/v1/evaluations/add","timeoutMs":15000,"retry":"requestNo"},
    getEvaluation: {"no":29,"path":"/api/v1/evaluations/detail","timeoutMs":10000,"retry":"safe"},
} as const;

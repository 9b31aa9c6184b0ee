package org.gongzhi.server.pages;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gongzhi.exact.Language;
import org.gongzhi.exact.Text;
import org.gongzhi.server.access.pages.ChooseCapacity;
import org.gongzhi.server.access.pages.SignIn;
import org.gongzhi.server.frame.Words;
import org.gongzhi.server.frame.pages.ActForm;
import org.gongzhi.server.frame.pages.Asked;
import org.gongzhi.server.frame.pages.Attachment;
import org.gongzhi.server.frame.pages.Capacity;
import org.gongzhi.server.frame.pages.Csrf;
import org.gongzhi.server.frame.pages.Due;
import org.gongzhi.server.frame.pages.Entry;
import org.gongzhi.server.frame.pages.Fact;
import org.gongzhi.server.frame.pages.Field;
import org.gongzhi.server.frame.pages.Figure;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Link;
import org.gongzhi.server.frame.pages.MenuItem;
import org.gongzhi.server.frame.pages.Next;
import org.gongzhi.server.frame.pages.Note;
import org.gongzhi.server.frame.pages.Notice;
import org.gongzhi.server.frame.pages.Option;
import org.gongzhi.server.frame.pages.Pager;
import org.gongzhi.server.frame.pages.Pattern;
import org.gongzhi.server.frame.pages.Problem;
import org.gongzhi.server.frame.pages.Span;
import org.gongzhi.server.frame.pages.Status;
import org.gongzhi.server.frame.pages.Verdict;
import org.gongzhi.server.institutions.pages.Institution;
import org.gongzhi.server.institutions.pages.Institutions;
import org.gongzhi.server.matters.pages.Desk;
import org.gongzhi.server.matters.pages.FileRequest;
import org.gongzhi.server.matters.pages.Follow;
import org.gongzhi.server.matters.pages.FollowEntry;
import org.gongzhi.server.matters.pages.Inbox;
import org.gongzhi.server.matters.pages.PublicList;
import org.gongzhi.server.matters.pages.PublicMatter;
import org.gongzhi.server.matters.pages.Receipt;
import org.gongzhi.server.portal.pages.Home;
import org.jspecify.annotations.Nullable;

/** Invented content for every page: the streetlight of Huangmugang that does not burn. */
final class Samples {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    private static final String INSTITUTION = """
            institution: resident-request
            title: {zh: 社情民意办理, en: Resident request}
            from: 2026-01-01
            opens:
              by: [anyone, delegate, grid-keeper, staff]
              through: [web, reception, phone, open311, import]
            fields:
              category:    {type: list, of: request-categories, required: true}
              description: {type: text, max: 4000, required: true}
              place:       {type: place, required: true, public-as: community}
              photos:      {type: image, max: 6}
              contact:     {type: contact, personal: true, keep: 180 days}
              summary:     {type: text, max: 200, written-by: clerk}       # what the public may read: masked, never the resident's own words as typed
            roles:
              clerk:      {body: work-station, post: clerk, deputy: work-station.head}
              handler:    {assigned-by: clerk, from: [work-station, street-office, department]}
            begins: received
            steps:
              received:
                who: clerk
                function: execute
                within: 4 working hours
                overdue:
                  - {after: 0 hours, tell: work-station.head}
                  - {after: 1 working day, escalate-to: street-office}
                actions:
                  dispatch: {to: dispatched, asks: [handler]}
                  refuse:   {to: refused, asks: [reason, redirect], tells: opener}
                  merge:    {to: merged, asks: [duplicate-of]}
              dispatched:
                who: handler
                within: category.deadline
                actions:
                  ask:    {to: awaiting-opener, asks: [question]}
                  reply:  {to: replied, asks: [answer, evidence]}
                  return: {to: received, asks: [reason], at-most: 2, then: {to: street-decides}}
            transition: stay            # 已经开始的事项按开始时的版本办完
            """;

    private final Words words;

    Samples(String tag) {
        UnaryOperator<String> script = UnaryOperator.identity();
        words = new Words(tag, Words.messages(tag.startsWith("zh") ? Language.ZH : Language.EN), script);
    }

    /** Every page with ordinary content, by the name of its template. */
    Map<String, Object> pages() {
        Map<String, Object> pages = new LinkedHashMap<>();
        pages.put("portal/Home", home());
        pages.put("matters/FileRequest", fileRequest());
        pages.put("matters/Receipt", receipt());
        pages.put("matters/FollowEntry", new FollowEntry(open("/follow", "follow"), "/follow", "", "", Text.NONE));
        pages.put("matters/Follow", follow());
        pages.put("matters/Inbox", inbox());
        pages.put("matters/Desk", desk());
        pages.put("matters/PublicList", publicList());
        pages.put("matters/PublicMatter", publicMatter());
        pages.put("institutions/Institutions", institutions());
        pages.put("institutions/Institution", institution());
        pages.put("access/SignIn", new SignIn(open("/sign-in", ""), "/sign-in", "", Text.NONE, ""));
        pages.put("access/ChooseCapacity", chooseCapacity());
        pages.put("frame/Problem", problem());
        pages.put("frame/Pattern", Pattern.of(open("/pattern", "")));
        return pages;
    }

    /** Pages in their other states, by a name of their own; the part before the plus is the template's. */
    Map<String, Object> states() {
        Map<String, Object> pages = new LinkedHashMap<>();
        pages.put("matters/FileRequest+wrong", fileRequestWrong());
        pages.put(
                "matters/FollowEntry+wrong",
                new FollowEntry(
                        open("/follow", "follow"),
                        "/follow",
                        "26-0302-7K4M",
                        "HX37",
                        text(
                                "编号少一位：回执上的编号最后有一位校验码，例如 26-0302-7K4M-8。",
                                "The number lacks its last digit: on the receipt it ends in a check digit, such as 26-0302-7K4M-8.")));
        pages.put(
                "matters/Inbox+empty",
                new Inbox(
                        staff("/inbox", "inbox"),
                        text("黄木岗社区工作站", "Huangmugang work station"),
                        List.of(new Inbox.Filter(text("全部", "All"), "/inbox", true, 0)),
                        "/inbox",
                        "",
                        List.of(),
                        Pager.NONE));
        pages.put("matters/Follow+your-turn", followYourTurn());
        pages.put(
                "access/SignIn+wrong",
                new SignIn(
                        open("/sign-in", ""),
                        "/sign-in",
                        "wangfang",
                        text(
                                "用户名或密码不对。还可以试 3 次，之后要等 15 分钟。",
                                "User name or password is wrong. 3 more tries, then a wait of 15 minutes."),
                        "/inbox"));
        return pages;
    }

    private Frame open(String path, String current) {
        return frame(path, current, null, null, "file", "follow", "public", "institutions");
    }

    private Frame staff(String path, String current) {
        return frame(
                path,
                current,
                new Capacity("王芳", text("受理员", "Clerk"), text("黄木岗社区工作站", "Huangmugang work station"), true),
                null,
                "inbox",
                "public",
                "institutions");
    }

    private Frame frame(
            String path, String current, @Nullable Capacity capacity, @Nullable Notice notice, String... menu) {
        List<MenuItem> items = new ArrayList<>();
        for (String key : menu) {
            items.add(new MenuItem(key, "/" + key, key.equals(current), key.equals("inbox") ? 12 : 0));
        }
        return new Frame(
                words,
                words.in(text("福田区", "Futian District")),
                path,
                TODAY,
                new Csrf("_csrf", "token"),
                items,
                capacity,
                notice);
    }

    private Home home() {
        return new Home(
                open("/", "home"),
                List.of(
                        new Home.Door(
                                text("提交诉求", "File a request"),
                                text(
                                        "路灯、井盖、噪音、办事问题……约两分钟，不用注册。",
                                        "Streetlights, manholes, noise, services: two minutes, no account."),
                                "/file/resident-request"),
                        new Home.Door(
                                text("看看公开事项", "Read the public matters"),
                                text("别人已经提过什么、办到哪一步。", "What others have raised, and where it stands."),
                                "/matters"),
                        new Home.Door(
                                text("我们怎样治理", "How we are governed"),
                                text("谁办、多久办完、不满意怎么办，制度原文在这里。", "Who acts, how long it takes, what if you disagree."),
                                "/institutions")),
                "/follow",
                List.of(
                        new Home.Recent(
                                "/matters/1",
                                text("市政设施", "Public works"),
                                "天健花园北门外三盏路灯不亮",
                                "华富街道 黄木岗社区",
                                doing(),
                                TODAY),
                        new Home.Recent(
                                "/matters/2",
                                text("环境卫生", "Sanitation"),
                                "莲花二村垃圾投放点夜间清运噪音",
                                "莲花街道 景田社区",
                                done(),
                                LocalDate.of(2026, 3, 2)),
                        new Home.Recent(
                                "/matters/3",
                                text("交通出行", "Traffic"),
                                "笋岗西路人行道共享单车占道",
                                "华富街道 田面社区",
                                waiting(),
                                LocalDate.of(2025, 12, 30))),
                "/matters",
                List.of(
                        new Figure(
                                text("按期办结", "Closed in time"),
                                1873,
                                1962,
                                text("件", "matters"),
                                new Note(
                                        text(
                                                "今年办结的诉求里，在制度期限内办结的。",
                                                "Of the requests closed this year, those closed in time."),
                                        text("社情民意办理 · on-time-rate", "Resident request · on-time-rate"),
                                        "1,873 / 1,962",
                                        Text.NONE,
                                        "/institutions/resident-request#L40")),
                        new Figure(text("提交人满意", "Satisfied"), 1204, 1511, text("份评价", "ratings"), null)));
    }

    private List<Field> requestFields(
            String category,
            String description,
            String place,
            String detail,
            Text descriptionFault,
            Text placeFault,
            List<Field.KeptFile> kept) {
        Text all = Text.NONE;
        return List.of(
                new Field.Choice(
                        new Asked("category", text("是哪方面的事？", "What is it about?"), Text.NONE, true, all, Text.NONE),
                        List.of(
                                Option.of("works", text("市政设施", "Public works")),
                                Option.of("sanitation", text("环境卫生", "Sanitation")),
                                Option.of("traffic", text("交通出行", "Traffic")),
                                Option.of("noise", text("噪音扰民", "Noise")),
                                new Option(
                                        "service",
                                        text("办事服务", "Services"),
                                        text("窗口、证照、社保等", "Counters, certificates, social insurance")),
                                Option.of("other", text("其他", "Something else"))),
                        category),
                new Field.Area(
                        new Asked(
                                "description",
                                text("发生了什么？", "What happened?"),
                                text("写清楚从什么时候开始、影响到谁。", "Since when, and who is affected."),
                                true,
                                text(
                                        "受理员和承办人。公开的是工作人员整理后的文字。",
                                        "clerk and handler. The public reads what a clerk has written up."),
                                descriptionFault),
                        description,
                        4000),
                new Field.Place(
                        new Asked(
                                "place",
                                text("在哪里？", "Where is it?"),
                                Text.NONE,
                                true,
                                text(
                                        "所有人看到社区；具体位置只给承办人。",
                                        "everybody sees the community, only the handler the exact place."),
                                placeFault),
                        List.of(
                                new Field.PlaceOption("黄木岗社区", "华富街道 hmg"),
                                new Field.PlaceOption("田面社区", "华富街道 tm"),
                                new Field.PlaceOption("景田社区", "莲花街道 jt")),
                        place,
                        detail),
                new Field.Files(
                        new Asked("photos", text("照片", "Photos"), Text.NONE, false, all, Text.NONE),
                        Field.Files.Accepts.IMAGES,
                        6,
                        kept),
                new Field.Contact(
                        new Asked(
                                "contact",
                                text("怎样联系您？", "How can we reach you?"),
                                text(
                                        "不留也能办；留了方便核实。办结 180 天后删除。",
                                        "You may leave it out. Deleted 180 days after closing."),
                                false,
                                text("受理员和承办人", "clerk and handler"),
                                Text.NONE),
                        "",
                        ""));
    }

    private FileRequest fileRequest() {
        return fileRequest(requestFields("", "", "", "", Text.NONE, Text.NONE, List.of()), Text.NONE);
    }

    private FileRequest fileRequestWrong() {
        return fileRequest(
                requestFields(
                        "works",
                        "灯不亮",
                        "黄木冈社区",
                        "天健花园北门外",
                        text(
                                "只有 3 个字，承办人看不明白。请写到 10 个字以上。",
                                "Only 3 characters: nobody can act on that. Please write at least 10."),
                        text("福田区没有“黄木冈社区”。是黄木岗社区吗？", "Futian has no “黄木冈社区”. Do you mean 黄木岗社区?"),
                        List.of(new Field.KeptFile("k1", "IMG_2034.jpg"))),
                text(
                        "看起来像物业管理范围内的设施，社区可能转给物业。",
                        "This may belong to the property management; the community may pass it on."));
    }

    private FileRequest fileRequest(List<Field> fields, Text mayNotQualify) {
        return new FileRequest(
                open("/file/resident-request", "file"),
                text("社情民意办理", "Resident request"),
                "/institutions/resident-request",
                "/file/resident-request",
                "o-1",
                fields,
                List.of(
                        new FileRequest.Seen(text("您写的原话", "Your own words"), text("受理员、承办人", "clerk, handler")),
                        new FileRequest.Seen(
                                text("联系方式", "Your contact"),
                                text("受理员、承办人；每次查看都有记录", "clerk, handler; each look is logged")),
                        new FileRequest.Seen(
                                text("类别、社区、进度", "Category, community, progress"), text("所有人", "everybody"))),
                text("社区工作站会在 4 个工作小时内分派给承办人。", "The work station dispatches it to a handler within 4 working hours."),
                receivedRule(),
                mayNotQualify);
    }

    private Receipt receipt() {
        return new Receipt(
                open("/receipts/26-0302-7K4M-8", ""),
                text("社情民意办理", "Resident request"),
                "26-0302-7K4M-8",
                "HX37-P9QT",
                LocalDateTime.of(2026, 3, 2, 8, 10),
                received(),
                new Next(
                        text("社区工作站看过后，分派给承办人。", "The work station reads it and dispatches it to a handler."),
                        text("黄木岗社区工作站 受理员", "clerk of Huangmugang work station"),
                        new Due(
                                LocalDateTime.of(2026, 3, 2, 15, 0),
                                Due.Standing.AMPLE,
                                new Span(4, Span.Unit.WORKING_HOURS),
                                receivedRule())),
                List.of(
                        Fact.of(text("类别", "Category"), text("市政设施", "Public works")),
                        Fact.typed(text("地点", "Place"), "华富街道 黄木岗社区 天健花园北门外")),
                "/follow/26-0302-7K4M-8",
                "gongzhi.futian.example/follow",
                "0755-8300 0000");
    }

    private Follow follow() {
        return new Follow(
                open("/follow/26-0302-7K4M-8", "follow"),
                text("社情民意办理", "Resident request"),
                "/institutions/resident-request",
                "26-0302-7K4M-8",
                "天健花园北门外三盏路灯不亮，晚上看不清路",
                doing(),
                new Next(
                        text("承办人现场查看后答复您。", "The handler looks at it on site and answers you."),
                        text("华富街道办 城市管理科 承办人", "handler of Huafu street office, urban management"),
                        handlerDue()),
                List.of(),
                residentFacts(),
                timeline(),
                text(
                        "承办：华富街道办城市管理科，电话 0755-8300 0000（工作日 9:00–18:00）",
                        "Held by Huafu street office, urban management, telephone 0755-8300 0000 (working days 9:00 to 18:00)"));
    }

    private Follow followYourTurn() {
        List<Entry> line = new ArrayList<>();
        line.add(new Entry(
                LocalDateTime.of(2026, 3, 5, 10, 20),
                text("承办人答复", "The handler answered"),
                text("华富街道办 城市管理科 承办人", "handler of Huafu street office, urban management"),
                "您好，三盏路灯的电缆被施工挖断，3 月 4 日晚已接通并试亮。附修复后照片。",
                List.of(new Attachment(
                        "修复后.jpg", "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>", "1.2 MB", true)),
                Status.Tone.WAITING,
                null));
        line.addAll(timeline());
        List<Option> scale = List.of(
                Option.of("5", text("很满意", "Very good")),
                Option.of("4", text("满意", "Good")),
                Option.of("3", text("一般", "Fair")),
                Option.of("2", text("不满意", "Bad")),
                Option.of("1", text("很不满意", "Very bad")));
        Field rating = new Field.Rating(
                new Asked(
                        "rating",
                        text("您怎样评价这次答复？", "How do you rate the answer?"),
                        Text.NONE,
                        true,
                        Text.NONE,
                        Text.NONE),
                scale,
                "");
        return new Follow(
                open("/follow/26-0302-7K4M-8", "follow"),
                text("社情民意办理", "Resident request"),
                "/institutions/resident-request",
                "26-0302-7K4M-8",
                "天健花园北门外三盏路灯不亮，晚上看不清路",
                new Status(text("已答复，等您评价", "Answered, waiting for you"), Status.Tone.WAITING),
                new Next(
                        text("请您说说满意不满意。", "Please say whether you are satisfied."),
                        text("您", "you"),
                        new Due(
                                LocalDateTime.of(2026, 3, 12, 10, 20),
                                Due.Standing.AMPLE,
                                new Span(7, Span.Unit.DAYS),
                                Note.of(
                                        text(
                                                "答复后 7 天内可以评价；过期按“未评价”办结，不算满意。",
                                                "You may rate within 7 days of the answer; after that it closes as unrated, which never counts as satisfied."),
                                        text("社情民意办理 第 52 行", "Resident request, line 52"),
                                        "/institutions/resident-request#L52"))),
                List.of(
                        new ActForm(
                                "satisfied",
                                text("满意，办结", "Satisfied: close it"),
                                Text.NONE,
                                "/follow/1/satisfied",
                                List.of(),
                                List.of(rating),
                                ActForm.Weight.FIRST,
                                Text.NONE),
                        new ActForm(
                                "not-satisfied",
                                text("不满意，退回重办", "Not satisfied: send it back"),
                                text(
                                        "退回承办人重办，期限重新计算。还可退回 2 次，之后由街道决定。",
                                        "It goes back to the handler with a new due time. Twice more, then the street office decides."),
                                "/follow/1/not-satisfied",
                                List.of(),
                                List.of(
                                        rating,
                                        new Field.Area(
                                                new Asked(
                                                        "comment",
                                                        text("哪里还没办好？", "What is still wrong?"),
                                                        Text.NONE,
                                                        true,
                                                        text("承办人、受理员", "handler, clerk"),
                                                        Text.NONE),
                                                "",
                                                1000)),
                                ActForm.Weight.USUAL,
                                Text.NONE)),
                residentFacts(),
                line,
                Text.NONE);
    }

    private List<Inbox.Row> rows() {
        List<Inbox.Row> rows = new ArrayList<>();
        rows.add(row(
                "26-0227-3PQX-1",
                "莲花路与红荔路口井盖松动，夜间有响声",
                text("市政设施", "Public works"),
                "黄木岗社区 红荔路口",
                received(),
                due(2, 12, 0, Due.Standing.OVERDUE, 5, Span.Unit.WORKING_HOURS),
                text("", "")));
        rows.add(row(
                "26-0302-7K4M-8",
                "天健花园北门外三盏路灯不亮，晚上看不清路",
                text("市政设施", "Public works"),
                "黄木岗社区 天健花园",
                received(),
                due(3, 11, 10, Due.Standing.SOON, 1, Span.Unit.WORKING_HOURS),
                text("", "")));
        rows.add(row(
                "26-0302-9RTD-5",
                "广场舞音响早上六点半开始",
                text("噪音扰民", "Noise"),
                "黄木岗社区 笔架山公园",
                received(),
                due(3, 15, 0, Due.Standing.SOON, 3, Span.Unit.WORKING_HOURS),
                text("", "")));
        rows.add(row(
                "26-0301-2MCW-0",
                "电梯三天停两次，老人上不了楼，物业说等配件，要求社区协调并公示维修资金使用情况",
                text("物业管理", "Property management"),
                "黄木岗社区 市政大院 3 栋",
                doing(),
                due(6, 18, 0, Due.Standing.AMPLE, 3, Span.Unit.WORKING_DAYS),
                text("李明", "Li Ming")));
        rows.add(row(
                "26-0226-8HNB-4",
                "申请在小区东门增设非机动车停放点",
                text("交通出行", "Traffic"),
                "黄木岗社区 百花园",
                doing(),
                due(10, 18, 0, Due.Standing.AMPLE, 5, Span.Unit.WORKING_DAYS),
                text("陈晓东", "Chen Xiaodong")));
        rows.add(row(
                "26-0224-5VKJ-7",
                "楼道堆放杂物堵住消防门",
                text("公共安全", "Safety"),
                "黄木岗社区 黄木岗新村 12 栋",
                waiting(),
                due(11, 18, 0, Due.Standing.STOPPED, 0, Span.Unit.DAYS),
                text("李明", "Li Ming")));
        return rows;
    }

    private Inbox inbox() {
        List<Inbox.Row> rows = new ArrayList<>(rows());
        for (int i = 0; i < 12; i++) {
            rows.add(row(
                    "26-0220-4WZ" + "ABCDEFGHJKMN".charAt(i) + "-" + i % 10,
                    "社区图书室周末开放时间建议延长到晚上八点",
                    text("公共服务", "Services"),
                    "黄木岗社区",
                    doing(),
                    due(12 + i, 18, 0, Due.Standing.AMPLE, 7 + i, Span.Unit.WORKING_DAYS),
                    text("王芳", "Wang Fang")));
        }
        return new Inbox(
                frame(
                        "/inbox",
                        "inbox",
                        new Capacity("王芳", text("受理员", "Clerk"), text("黄木岗社区工作站", "Huangmugang work station"), true),
                        new Notice(
                                Notice.Kind.DONE,
                                text(
                                        "26-0227-6XYP-2 已分派给华富街道办城市管理科。",
                                        "26-0227-6XYP-2 is dispatched to Huafu street office, urban management."),
                                Text.NONE),
                        "inbox",
                        "public",
                        "institutions"),
                text("黄木岗社区工作站", "Huangmugang work station"),
                List.of(
                        new Inbox.Filter(text("全部", "All"), "/inbox", true, 18),
                        new Inbox.Filter(text("逾期", "Overdue"), "/inbox?view=overdue", false, 1),
                        new Inbox.Filter(text("今天到期", "Due today"), "/inbox?view=today", false, 2),
                        new Inbox.Filter(text("等居民", "Waiting for residents"), "/inbox?view=waiting", false, 1)),
                "/inbox",
                "",
                rows,
                new Pager("", "/inbox?after=x"));
    }

    private Desk desk() {
        Field reason = new Field.Area(
                new Asked(
                        "reason",
                        text("理由", "Reason"),
                        text("提交人会读到原文，请写明依据的条款。", "The resident reads this as it stands; name the article."),
                        true,
                        Text.NONE,
                        Text.NONE),
                "",
                1000);
        return new Desk(
                staff("/desk/26-0302-7K4M-8", "inbox"),
                "/inbox",
                rows().stream()
                        .map(row -> new Inbox.Row(
                                row.number(),
                                row.href(),
                                row.category(),
                                row.summary(),
                                row.place(),
                                row.status(),
                                row.due(),
                                row.holder(),
                                row.number().equals("26-0302-7K4M-8")))
                        .toList(),
                text("社情民意办理", "Resident request"),
                "/institutions/resident-request",
                "9f2c41d7",
                "26-0302-7K4M-8",
                "天健花园北门外三盏路灯不亮，晚上看不清路",
                received(),
                new Next(
                        text("分派给承办人，或说明为什么不受理。", "Dispatch it to a handler, or say why it is refused."),
                        text("黄木岗社区工作站 受理员", "clerk of Huangmugang work station"),
                        new Due(
                                LocalDateTime.of(2026, 3, 3, 11, 10),
                                Due.Standing.SOON,
                                new Span(1, Span.Unit.WORKING_HOURS),
                                receivedRule())),
                List.of(
                        new ActForm(
                                "dispatch",
                                text("分派", "Dispatch"),
                                text(
                                        "转为“办理中”，期限 5 个工作日；提交人会收到通知。",
                                        "It becomes “in hand”, due in 5 working days; the resident is told."),
                                "/desk/1/dispatch",
                                List.of(new ActForm.Hidden("version", "3")),
                                List.of(new Field.Choice(
                                        new Asked(
                                                "handler",
                                                text("承办人", "Handler"),
                                                Text.NONE,
                                                true,
                                                Text.NONE,
                                                Text.NONE),
                                        List.of(
                                                new Option(
                                                        "h1",
                                                        text("华富街道办 城市管理科", "Huafu street office, urban management"),
                                                        text("路灯、井盖、市容；手上 14 件", "Streetlights, manholes; 14 in hand")),
                                                new Option(
                                                        "h2",
                                                        text("黄木岗社区工作站 李明", "Huangmugang work station, Li Ming"),
                                                        text("手上 6 件", "6 in hand"))),
                                        "h1")),
                                ActForm.Weight.FIRST,
                                Text.NONE),
                        new ActForm(
                                "refuse",
                                text("不受理", "Refuse"),
                                text(
                                        "须写明理由和去处；提交人可以申诉，由街道决定。",
                                        "With a reason and where to turn; the resident may appeal to the street office."),
                                "/desk/1/refuse",
                                List.of(),
                                List.of(
                                        reason,
                                        new Field.Line(
                                                new Asked(
                                                        "redirect",
                                                        text("应找哪里", "Where to turn"),
                                                        Text.NONE,
                                                        true,
                                                        Text.NONE,
                                                        Text.NONE),
                                                Field.Line.Typing.TEXT,
                                                "",
                                                200)),
                                ActForm.Weight.GRAVE,
                                Text.NONE),
                        new ActForm(
                                "merge",
                                text("并入已有事项", "Merge into another matter"),
                                text("两边的原文和提交人都保留。", "Both originals and both residents are kept."),
                                "/desk/1/merge",
                                List.of(),
                                List.of(new Field.Line(
                                        new Asked(
                                                "duplicate-of",
                                                text("并入编号", "Number of the other matter"),
                                                Text.NONE,
                                                true,
                                                Text.NONE,
                                                Text.NONE),
                                        Field.Line.Typing.CODE,
                                        "",
                                        20)),
                                ActForm.Weight.USUAL,
                                Text.NONE),
                        new ActForm(
                                "reply",
                                text("答复", "Reply"),
                                Text.NONE,
                                "",
                                List.of(),
                                List.of(),
                                ActForm.Weight.USUAL,
                                text("先分派，再由承办人答复。", "dispatch it first; the handler replies."))),
                staffFacts(),
                List.of(
                        new Verdict(
                                Verdict.Holding.HOLDS,
                                text("同一事项退回次数", "Times the same matter came back"),
                                text("社情民意办理 第 37 行", "Resident request, line 37"),
                                text("按 2026-01-01 起的版本", "version in force from 1 Jan 2026"),
                                "0 ≤ 2",
                                text("还可退回 2 次", "2 more are possible"),
                                Text.NONE,
                                "/institutions/resident-request#L37",
                                List.of()),
                        new Verdict(
                                Verdict.Holding.FAILS,
                                text("4 个工作小时内分派", "Dispatched within 4 working hours"),
                                text("社情民意办理 第 24 行", "Resident request, line 24"),
                                text("按 2026-01-01 起的版本", "version in force from 1 Jan 2026"),
                                "5 > 4",
                                text("多用 1 个工作小时", "1 working hour too many"),
                                Text.NONE,
                                "/institutions/resident-request#L24",
                                List.of(new Verdict(
                                        Verdict.Holding.NOT_EVALUATED,
                                        text("黄木岗值班表", "Duty roster"),
                                        text("街道值班办法 第六条", "Duty rules, art. 6"),
                                        Text.NONE,
                                        "",
                                        Text.NONE,
                                        text("3 月 2 日没有登记值班人", "no one is recorded for 2 March"),
                                        "",
                                        List.of())))),
                timeline().subList(1, 2));
    }

    private PublicList publicList() {
        List<PublicList.Row> rows = new ArrayList<>();
        rows.add(new PublicList.Row(
                "26-0302-7K4M-8",
                "/matters/1",
                text("市政设施", "Public works"),
                "天健花园北门外三盏路灯不亮",
                "华富街道 黄木岗社区",
                doing(),
                LocalDate.of(2026, 3, 2),
                TODAY,
                text("华富街道办 城市管理科", "Huafu street office, urban management")));
        rows.add(new PublicList.Row(
                "26-0224-5VKJ-7",
                "/matters/2",
                text("公共安全", "Safety"),
                "黄木岗新村楼道堆放杂物堵住消防门",
                "华富街道 黄木岗社区",
                waiting(),
                LocalDate.of(2026, 2, 24),
                LocalDate.of(2026, 3, 1),
                text("黄木岗社区工作站", "Huangmugang work station")));
        rows.add(new PublicList.Row(
                "25-1219-6XYP-2",
                "/matters/3",
                text("环境卫生", "Sanitation"),
                "莲花二村垃圾投放点夜间清运噪音",
                "莲花街道 景田社区",
                done(),
                LocalDate.of(2025, 12, 19),
                LocalDate.of(2026, 1, 6),
                text("莲花街道办", "Lianhua street office")));
        rows.add(new PublicList.Row(
                "26-0221-1QRS-9",
                "/matters/4",
                text("其他", "Other"),
                "要求撤销法院已立案的租赁纠纷调解",
                "华富街道 田面社区",
                new Status(text("不受理：已进入诉讼", "Declined: before a court"), Status.Tone.DECLINED),
                LocalDate.of(2026, 2, 21),
                LocalDate.of(2026, 2, 23),
                text("田面社区工作站", "Tianmian work station")));
        return new PublicList(
                open("/matters?street=huafu", "public"),
                "/matters",
                "",
                List.of(
                        Option.of("huafu", text("华富街道", "Huafu Street")),
                        Option.of("lianhua", text("莲花街道", "Lianhua Street"))),
                "huafu",
                List.of(Option.of("open", text("办理中", "In hand")), Option.of("closed", text("已办结", "Closed"))),
                "",
                rows,
                new Pager("/matters?before=x", "/matters?after=y"));
    }

    private PublicMatter publicMatter() {
        return new PublicMatter(
                open("/matters/26-0302-7K4M-8", "public"),
                "/matters?street=huafu",
                text("社情民意办理", "Resident request"),
                "/institutions/resident-request",
                "26-0302-7K4M-8",
                "天健花园北门外三盏路灯不亮",
                doing(),
                new Next(
                        text("承办人现场查看后答复提交人。", "The handler looks at it on site and answers the resident."),
                        text("华富街道办 城市管理科", "Huafu street office, urban management"),
                        handlerDue()),
                List.of(
                        Fact.of(text("类别", "Category"), text("市政设施", "Public works")),
                        Fact.typed(text("地点", "Place"), "华富街道 黄木岗社区")),
                timeline());
    }

    private Institutions institutions() {
        return new Institutions(
                open("/institutions", "institutions"),
                List.of(
                        new Institutions.Row(
                                "/institutions/resident-request",
                                text("社情民意办理", "Resident request"),
                                text(
                                        "居民反映的事，谁受理、谁承办、多久答复。",
                                        "What residents raise: who takes it, who acts, how soon it is answered."),
                                inForce(),
                                LocalDate.of(2026, 1, 1),
                                "9f2c41d7",
                                Text.NONE),
                        new Institutions.Row(
                                "/institutions/motion",
                                text("党员民主管理社区提案制", "Proposals by party members"),
                                text("党员提案的征集、附议、立案、办理和评价。", "Proposals: calling, seconding, filing, acting, rating."),
                                inForce(),
                                LocalDate.of(2026, 1, 1),
                                "51b0aa92",
                                Text.NONE),
                        new Institutions.Row(
                                "/institutions/micro-project",
                                text("民生微实事", "Livelihood micro-projects"),
                                text("居民提项目，议事会票决，公示后实施。", "Residents propose, the council votes, then it is built."),
                                new Status(text("草案", "Drafted"), Status.Tone.DRAFT),
                                LocalDate.of(2026, 7, 1),
                                "e07d3c15",
                                text("会议表决", "meeting votes"))));
    }

    private Institution institution() {
        List<Institution.LawLine> lines = new ArrayList<>();
        for (String line : INSTITUTION.lines().toList()) {
            lines.add(Institution.LawLine.of(lines.size() + 1, line));
        }
        return new Institution(
                open("/institutions/resident-request", "institutions"),
                "resident-request",
                text("社情民意办理", "Resident request"),
                text(
                        "居民反映的事，谁受理、谁承办、多久答复、不满意怎么办。",
                        "What residents raise: who takes it, who acts, how soon it is answered, what follows if they disagree."),
                inForce(),
                LocalDate.of(2026, 1, 1),
                "9f2c41d7a08b6e5513c97f20d4ab8e61f7350c2294de18ba67f0913e5cd2480b",
                "institutions/resident-request.yaml",
                List.of(
                        new Institution.Step(
                                "received",
                                text("已收到", "Received"),
                                text("受理员", "Clerk"),
                                text("4 个工作小时", "4 working hours"),
                                List.of(
                                        text("到期：告知站长", "When over: the head is told"),
                                        text("再过 1 个工作日：上报街道办", "1 working day later: to the street office")),
                                List.of(
                                        new Institution.Move(text("分派", "Dispatch"), text("办理中", "In hand"), Text.NONE),
                                        new Institution.Move(text("不受理", "Refuse"), text("不受理", "Refused"), Text.NONE),
                                        new Institution.Move(text("并入", "Merge"), text("已并入", "Merged"), Text.NONE)),
                                Status.Tone.OPEN,
                                22),
                        new Institution.Step(
                                "dispatched",
                                text("办理中", "In hand"),
                                text("承办人", "Handler"),
                                text("按类别：3–10 个工作日", "by category: 3 to 10 working days"),
                                List.of(),
                                List.of(
                                        new Institution.Move(
                                                text("请提交人补充", "Ask the resident"), text("等提交人", "Waiting"), Text.NONE),
                                        new Institution.Move(text("答复", "Reply"), text("已答复", "Answered"), Text.NONE),
                                        new Institution.Move(
                                                text("退回", "Return"),
                                                text("已收到", "Received"),
                                                text("最多 2 次，此后由街道决定", "at most twice, then the street decides"))),
                                Status.Tone.OPEN,
                                33),
                        new Institution.Step(
                                "awaiting-opener",
                                text("等提交人补充", "Waiting for the resident"),
                                text("提交人", "Resident"),
                                text("14 天（停钟）", "14 days (clock stopped)"),
                                List.of(text("到期：回到办理中", "When over: back in hand")),
                                List.of(new Institution.Move(text("补充", "Answer"), text("办理中", "In hand"), Text.NONE)),
                                Status.Tone.WAITING,
                                40),
                        new Institution.Step(
                                "closed",
                                text("已办结", "Closed"),
                                Text.NONE,
                                Text.NONE,
                                List.of(),
                                List.of(),
                                Status.Tone.DONE,
                                61),
                        new Institution.Step(
                                "refused",
                                text("不受理", "Refused"),
                                Text.NONE,
                                Text.NONE,
                                List.of(text("可申诉：由街道决定", "Appeal: the street office decides")),
                                List.of(),
                                Status.Tone.DECLINED,
                                63)),
                List.of(
                        new Institution.Holder(
                                text("受理员", "Clerk"),
                                text("受理员", "clerk"),
                                text("黄木岗社区工作站", "Huangmugang work station"),
                                "王芳",
                                LocalDate.of(2025, 6, 1)),
                        new Institution.Holder(
                                text("监督", "Supervisor"),
                                text("主任", "head"),
                                text("黄木岗社区居务监督委员会", "Huangmugang supervision committee"),
                                "赵国强",
                                LocalDate.of(2026, 1, 15))),
                lines,
                "/institutions/resident-request.yaml");
    }

    private ChooseCapacity chooseCapacity() {
        return new ChooseCapacity(
                open("/capacity", ""),
                "/capacity",
                List.of(
                        new Option(
                                "c1",
                                text("黄木岗社区工作站 受理员", "Clerk, Huangmugang work station"),
                                text("华富街道 黄木岗社区，2025年6月1日起", "Huafu street, Huangmugang, since 1 June 2025")),
                        new Option(
                                "c2",
                                text("黄木岗社区党委 委员", "Member, Huangmugang party committee"),
                                text("华富街道 黄木岗社区，2024年9月至2029年9月", "Huafu street, Huangmugang, Sep 2024 to Sep 2029"))),
                "c1",
                Text.NONE,
                "/inbox");
    }

    private Problem problem() {
        return new Problem(
                staff("/desk/26-0302-7K4M-8", ""),
                403,
                text("这件事不在您的辖区", "This matter is outside your territory"),
                text(
                        "它属于田面社区；您以黄木岗社区工作站受理员的身份办理。",
                        "It belongs to Tianmian; you act as clerk of Huangmugang work station."),
                text(
                        "需要查看时，请田面社区工作站转来，或换一个身份。",
                        "Ask Tianmian work station to pass it on, or act in another capacity."),
                "q7x2-0303",
                List.of(
                        new Link(text("回到待办", "Back to the inbox"), "/inbox"),
                        new Link(text("换身份", "Change capacity"), "/capacity")));
    }

    private static List<Fact> residentFacts() {
        return List.of(
                Fact.of(text("类别", "Category"), text("市政设施", "Public works")),
                Fact.typed(text("内容", "Description"), "天健花园北门外到公交站这一段，三盏路灯从上周五起都不亮。\n晚上下班的人多，昨天有位老人绊了一下。"),
                Fact.typed(text("地点", "Place"), "华富街道 黄木岗社区 天健花园北门外"));
    }

    private static List<Fact> staffFacts() {
        List<Fact> facts = new ArrayList<>(residentFacts());
        facts.add(new Fact(
                text("联系", "Contact"),
                Text.same("刘女士 138 0000 0000"),
                true,
                text("受理员、承办人；本次查看已记录", "clerk, handler; this look is logged"),
                List.of()));
        facts.add(Fact.of(text("来源", "Channel"), text("网页，2026-03-02 08:10", "Web, 2026-03-02 08:10")));
        return facts;
    }

    private static List<Entry> timeline() {
        return List.of(
                new Entry(
                        LocalDateTime.of(2026, 3, 2, 9, 20),
                        text("已分派给华富街道办城市管理科", "Dispatched to Huafu street office, urban management"),
                        text("黄木岗社区工作站 受理员", "clerk of Huangmugang work station"),
                        "",
                        List.of(),
                        Status.Tone.OPEN,
                        new Note(
                                text(
                                        "应在 4 个工作小时内分派，用了 20 分钟。",
                                        "To be dispatched within 4 working hours; it took 20 minutes."),
                                text("社情民意办理 第 24 行", "Resident request, line 24"),
                                "0:20 ≤ 4:00",
                                text("提前 3 小时 40 分", "3 h 40 min to spare"),
                                "/institutions/resident-request#L24")),
                new Entry(
                        LocalDateTime.of(2026, 3, 2, 8, 10),
                        text("收到诉求", "Received"),
                        text("网页提交", "through the web"),
                        "",
                        List.of(),
                        Status.Tone.OPEN,
                        null));
    }

    private static Note receivedRule() {
        return Note.of(
                text(
                        "收到后 4 个工作小时内分派；工作时间 9:00–12:00、14:00–18:00。",
                        "To be dispatched within 4 working hours; office hours 9:00 to 12:00 and 14:00 to 18:00."),
                text("社情民意办理 第 24 行", "Resident request, line 24"),
                "/institutions/resident-request#L24");
    }

    private static Due handlerDue() {
        return new Due(
                LocalDateTime.of(2026, 3, 9, 18, 0),
                Due.Standing.AMPLE,
                new Span(4, Span.Unit.WORKING_DAYS),
                Note.of(
                        text("市政设施类自分派起 5 个工作日内答复。", "Public works: an answer within 5 working days of dispatch."),
                        text("社情民意办理 第 35 行；类别表", "Resident request, line 35; table of categories"),
                        "/institutions/resident-request#L35"));
    }

    private static Due due(int day, int hour, int minute, Due.Standing standing, long left, Span.Unit unit) {
        return new Due(LocalDateTime.of(2026, 3, day, hour, minute), standing, new Span(left, unit), null);
    }

    private static Inbox.Row row(
            String number, String summary, Text category, String place, Status status, Due due, Text holder) {
        return new Inbox.Row(number, "/desk/" + number, category, summary, place, status, due, holder, false);
    }

    private static Status received() {
        return new Status(text("已收到", "Received"), Status.Tone.OPEN);
    }

    private static Status doing() {
        return new Status(text("办理中", "In hand"), Status.Tone.OPEN);
    }

    private static Status waiting() {
        return new Status(text("等提交人补充", "Waiting for the resident"), Status.Tone.WAITING);
    }

    private static Status done() {
        return new Status(text("已办结", "Closed"), Status.Tone.DONE);
    }

    private static Status inForce() {
        return new Status(text("现行", "In force"), Status.Tone.DONE);
    }

    private static Text text(String zh, String en) {
        return new Text(zh, en);
    }
}

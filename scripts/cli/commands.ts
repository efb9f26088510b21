import { readDestination } from "./destination.ts";
import {
  cleaned,
  commit,
  day,
  flag,
  folder,
  type Kind,
  moment,
  type Option,
  oneOf,
  optional,
  type Positional,
  pageAddress,
  prose,
  repeated,
  required,
  revision,
  shard,
  siteAddress,
  slug,
  text,
  type Words,
  WrongUse,
  wholeNumber,
  withBare,
  withDefault,
} from "./option.ts";

/** A command: how it is read, what `--help` says of it, and what README lists. */
export type Command = {
  /** A sentence without its full stop. */
  readonly summary: Words;
  readonly positional?: Positional;
  readonly options: Readonly<Record<string, Option>>;
  /** Options that are accepted and change nothing, so that several commands can share one list. */
  readonly ignores?: Readonly<Record<string, Option>>;
  /** Sentences at the end of `--help`. */
  readonly notes?: Words;
  /** The meanings of the exit codes; left out, 2 is wrong use or a fault inside the program. */
  readonly exits?: { readonly 0: Words; readonly 1?: Words; readonly 2?: Words };
};

/** How problems can be printed. */
const format = oneOf("text", "json", "github");
export type Format = ReturnType<typeof format.read>;

/* Options of several commands. */
const content = withDefault(folder, "content", {
  vi: "thư mục nội dung",
  en: "where the articles are",
});
/** Several sites of one repository, each with a `content` of its own, must not share these. */
const besideContent = (usual: string, words: Words): Option<string> => ({
  ...withDefault(folder, usual, words),
  isBesideContent: true,
});
const output: Option<string> = {
  ...besideContent("_site", {
    vi: "nơi ghi trang; mặc định nằm cạnh thư mục content",
    en: "where the site goes; by default beside the folder `content`",
  }),
  // In place of the site, a part would be published by anyone who knows of no parts.
  defaultWith: ({ shard }) =>
    typeof shard === "string" ? `phan/${shard.split("/")[0]}` : undefined,
};
const cache = besideContent(".cache", {
  vi: "nơi giữ kết quả đã làm, để lần sau khỏi làm lại; xóa lúc nào cũng được; mặc định nằm cạnh thư mục content",
  en: "where is kept what need not be made again, by default beside the folder `content`; deleting it is always safe",
});
const drafts = flag({
  vi: "coi bài nháp và bài đề ngày sau này như bài đã đăng",
  en: "treat drafts and future articles as published",
});
const now = optional(
  moment,
  { vi: "coi ngày này là hôm nay, ví dụ 2024-01-31", en: "the day to take for today" },
  {
    vi: "theo SOURCE_DATE_EPOCH nếu có, không thì theo đồng hồ của máy",
    en: "`SOURCE_DATE_EPOCH`, else the clock",
  },
);
const lang = withDefault(oneOf("vi", "en"), "vi", {
  vi: "ngôn ngữ của thông báo",
  en: "language of messages",
});
const port = withDefault(wholeNumber(1, 65_535), "8080", {
  vi: "cổng của trang xem thử",
  en: "port of the preview",
});
const unit = optional(text({ vi: "ĐƠN_VỊ", en: "UNIT" }), {
  vi: "mã, tên hoặc tên khác của đơn vị trong units.yaml",
  en: "the unit: its id, its name or another name of it in `units.yaml`",
});
const urlWords = {
  vi: "địa chỉ của trang trên mạng",
  en: "the address of the site on the web",
};
const url = optional(siteAddress, urlWords, {
  vi: "url trong site.yaml",
  en: "`url` of `site.yaml`",
});
/** Words that are plain in YAML, in Markdown and in the name of a file. */
const replacement: Kind<string> = {
  placeholder: { vi: "CHỮ", en: "WORDS" },
  read(written, name) {
    const words = cleaned(written);
    if (/^[\p{L}\p{M}\p{N} ().]+$/u.test(words) && /\p{L}/u.test(words)) return words;
    throw new WrongUse(`--${name} chỉ gồm chữ, số, dấu cách, dấu chấm và ngoặc đơn.`);
  },
};
const yes = flag({ vi: "không hỏi gì", en: "ask nothing" });

const dayOfArticle = {
  vi: "ngày của bài, ví dụ 14/1/2024",
  en: "day of the article, such as 14/1/2024",
};
const author = prose({ vi: "TÊN", en: "NAME" });
const authors = {
  vi: "người viết; nhiều người thì ghi nhiều lần",
  en: "an author; repeat it for several",
};

/** Every command that people and CI call, with all its options. */
export const commands = {
  init: {
    summary: {
      vi: "Tạo trang tin mới cho một đơn vị: hỏi năm điều rồi ghi mọi tệp cần có, không ghi đè tệp nào",
      en: "Starts a site of an office of its own: asks five questions and writes all files, over none",
    },
    positional: {
      name: "folder",
      placeholder: { vi: "THƯ_MỤC", en: "DIR" },
      read([written, more]): string {
        if (written === undefined || written === "")
          throw new WrongUse("Còn thiếu tên thư mục: npx ban-tin init trang-tin");
        if (more === undefined) return written;
        throw new WrongUse("Chỉ nhận một thư mục; tên có dấu cách thì đặt trong ngoặc kép.");
      },
    },
    options: {
      name: optional(prose({ vi: "TÊN", en: "NAME" }), {
        vi: "tên của trang tin",
        en: "name of the site",
      }),
      owner: optional(prose({ vi: "TÊN", en: "NAME" }), {
        vi: "cơ quan chủ quản",
        en: "the organisation that owns the site",
      }),
      responsible: optional(prose({ vi: "TÊN", en: "NAME" }), {
        vi: "người chịu trách nhiệm nội dung",
        en: "who is responsible for the content",
      }),
      url: optional(siteAddress, urlWords, {
        vi: "https://ban-tin.example, để sửa sau",
        en: "`https://ban-tin.example`, to be changed later",
      }),
      units: optional(
        text({ vi: "TỆP", en: "FILE" }),
        {
          vi: "danh sách đơn vị: .txt mỗi dòng một tên, thụt vào là cấp dưới; hoặc bảng .csv",
          en: "list of units: .txt with a name a line, indented below its parent; or a table in .csv",
        },
        {
          vi: "chỉ có cơ quan chủ quản",
          en: "the owner alone",
        },
      ),
      package: optional(
        text({ vi: "NƠI", en: "SPEC" }),
        {
          vi: "nơi lấy chương trình: tệp .tgz, địa chỉ hoặc phiên bản",
          en: "where npm gets the program: a .tgz file, an address or a version",
        },
        { vi: "nơi của bản đang chạy", en: "where this one came from" },
      ),
      now,
      yes,
    },
    exits: {
      0: { vi: "xong", en: "done" },
      1: {
        vi: "nội dung mới có lỗi vì tệp đã có từ trước",
        en: "the new content has errors, because of files that were there",
      },
    },
  },
  build: {
    summary: {
      vi: "Dựng trang tin: đọc thư mục nội dung, ghi trang HTML",
      en: "Builds the site: reads the content folder, writes HTML",
    },
    options: {
      content,
      output,
      cache,
      drafts,
      now,
      lang,
      why: optional(pageAddress, {
        vi: "nói vì sao trang ở địa chỉ ấy được vẽ lại hay không",
        en: "say why the page at an address was drawn, or was not",
      }),
      shard: optional(shard, {
        vi: "chỉ ghi phần K trong N phần của trang, vào phan/K nếu không có --output, để nhiều máy cùng dựng; lệnh join gộp các phần lại",
        en: "write one of N parts of the site, to `phan/K` without --output, for several machines at once; `join` puts them together",
      }),
      profile: optional(text({ vi: "TỆP", en: "FILE" }), {
        vi: "ghi thời gian của từng việc vào tệp JSON",
        en: "write down as JSON what took how long",
      }),
    },
    ignores: { port },
    exits: {
      0: { vi: "xong", en: "done" },
      1: {
        vi: "nội dung có lỗi, trang cũ giữ nguyên",
        en: "the content has errors, and the site is as it was",
      },
    },
  },
  join: {
    summary: {
      vi: "Gộp các phần mà build --shard đã dựng thành cả trang; phần nào thiếu, thừa hay sai thì không ghi gì",
      en: "Puts the parts that `build --shard` made together; nothing is written unless all are there, once, and as built",
    },
    positional: {
      name: "parts",
      placeholder: { vi: "THƯ_MỤC", en: "DIR" },
      read([written, more]): string {
        if (written === undefined || written === "")
          throw new WrongUse("Còn thiếu thư mục có các phần: npm run join -- phan");
        if (more === undefined) return folder.read(written, "parts");
        throw new WrongUse("Chỉ nhận một thư mục, trong đó có mọi phần.");
      },
    },
    options: { output, cache, lang },
    notes: {
      vi: `Mỗi phần là một thư mục, có hai tệp bên cạnh: TÊN.part.json nói phần ấy dựng từ gì, TÊN.manifest.txt có mã SHA-256 của mọi tệp.
Trang gộp giống từng byte với trang do một lệnh build dựng ra, và build hay publish sau đó thấy là không còn gì phải làm, nếu nội dung và --now vẫn thế.`,
      en: `A part is a folder with two files beside it: NAME.part.json says what it was made from, NAME.manifest.txt has the SHA-256 of every file.
The joined site is byte for byte what one build writes, and a later build or publish of the same content and --now finds nothing to do.`,
    },
    exits: {
      0: { vi: "xong", en: "done" },
      1: {
        vi: "các phần không hợp thành một trang, trang cũ giữ nguyên",
        en: "the parts are not those of one site, and the site is as it was",
      },
    },
  },
  portal: {
    summary: {
      vi: "Dựng cổng: một trang chung cho trang tin của nhiều cơ quan, từ dữ liệu mở của từng trang",
      en: "Builds a portal: one page over the sites of several offices, from the open data of each",
    },
    options: {
      content,
      output,
      cache,
      now,
      lang,
      fetch: flag({
        vi: "chỉ đọc dữ liệu mới của các trang qua mạng về .cache, không dựng",
        en: "only fetch the data of the sites into `.cache`, and build nothing",
      }),
      "allow-local": flag({
        vi: "khi đọc, nhận cả http và địa chỉ trong mạng nội bộ",
        en: "fetch from plain http and from addresses inside the network too",
      }),
    },
    notes: {
      vi: `Thư mục --content có portal.yaml: tên cổng và các trang phải đọc. Lúc dựng, lệnh không dùng mạng; cùng dữ liệu và cùng --now thì ra cùng một cổng.
Trang nào không đọc lại được thì cổng dùng bản đã đọc trước, và trang /nguon/ của cổng nói rõ từ bao giờ.`,
      en: `The folder --content has portal.yaml: the name of the portal, and the sites to read. A build uses no network; the same data and --now give the same portal.
Of a site that cannot be read again, the copy before is used, and the page /nguon/ of the portal says since when.`,
    },
    exits: {
      0: {
        vi: "xong, kể cả khi có trang dùng bản cũ",
        en: "done, also with an old copy of a site",
      },
      1: {
        vi: "portal.yaml hoặc dữ liệu có lỗi, hay có trang chưa lần nào đọc được; cổng cũ giữ nguyên",
        en: "portal.yaml or the data has errors, or a site was never read; the portal is as it was",
      },
    },
  },
  check: {
    summary: {
      vi: "Kiểm tra nội dung mà không dựng trang",
      en: "Lists the problems of the content without building",
    },
    options: {
      content,
      cache,
      drafts,
      now,
      lang,
      format: withDefault(format, "text", {
        vi: "cách in: cho người đọc, cho máy, cho GitHub",
        en: "print problems for people, for programs or for GitHub",
      }),
      fix: flag({
        vi: "tự sửa những chỗ chỉ có một cách viết đúng, rồi kiểm tra lại: chữ tổ hợp, ký tự vô hình, chữ Ð, dạng ngày, cách viết chủ đề, thứ tự khóa; ghi lại ảnh có thông tin riêng hoặc quá lớn",
        en: "put right what has only one right form: letters, dates, spelling of tags, order of keys; write pictures anew that tell private things or are too large",
      }),
    },
    ignores: { output, port },
    notes: {
      vi: "Mã trong ngoặc vuông ở mỗi thông báo là tên một mục trong docs/huong-dan.md.",
      en: "The code in square brackets after a message is the name of a section of docs/huong-dan.md.",
    },
    exits: {
      0: { vi: "không có lỗi (có thể có cảnh báo)", en: "no errors (there may be warnings)" },
      1: { vi: "nội dung có lỗi", en: "the content has errors" },
    },
  },
  new: {
    summary: {
      vi: "Tạo một bài mới: thư mục, tệp và phần đầu bài có sẵn lời chỉ dẫn",
      en: "Makes the folder and file of a new article; asks for what is missing",
    },
    positional: {
      name: "title",
      placeholder: { vi: '"Tiêu đề bài"', en: '"Tiêu đề"' },
      read(written): string | undefined {
        if (written.length > 1)
          throw new WrongUse(
            `Tiêu đề phải đặt trong ngoặc kép: npm run new -- "${written.join(" ")}"`,
          );
        return cleaned(written[0] ?? "") || undefined;
      },
    },
    options: {
      unit,
      date: optional(day, dayOfArticle, { vi: "hôm nay", en: "today" }),
      author: repeated(author, authors, { vi: "tên đã khai với git", en: "the name told to git" }),
      tag: repeated(prose({ vi: "CHỦ_ĐỀ", en: "TAG" }), {
        vi: "chủ đề; nhiều chủ đề thì ghi nhiều lần",
        en: "a tag; repeat it for several",
      }),
      slug: optional(
        slug,
        { vi: "tên thư mục của bài", en: "name of the article's folder" },
        { vi: "tiêu đề không dấu", en: "the title without marks" },
      ),
      content,
      cache,
      yes,
    },
    notes: {
      vi: "Còn thiếu điều gì thì lệnh sẽ hỏi. Dòng cuối cùng in ra là đường dẫn của tệp mới.",
      en: "The last line that is printed is the path of the new file.",
    },
    exits: {
      0: { vi: "xong", en: "done" },
      1: {
        vi: "đã có bài ấy nên không tạo",
        en: "there is such an article already, so none was made",
      },
    },
  },
  import: {
    summary: {
      vi: "Nhập một bài có sẵn thành bài nháp: chữ, ảnh, và những gì đọc được ở bài",
      en: "Makes a draft of a .docx, a saved page, a text file or a WordPress export, with awards, figures and people proposed in comments",
    },
    positional: {
      name: "file",
      placeholder: { vi: "TỆP", en: "FILE" },
      read([file, more]): string {
        if (file === undefined) throw new WrongUse("Còn thiếu tên tệp: npm run import -- bai.docx");
        if (more === undefined) return file;
        throw new WrongUse("Mỗi lần nhập một tệp; tên tệp có dấu cách thì đặt trong ngoặc kép.");
      },
    },
    options: {
      unit,
      date: optional(day, dayOfArticle),
      author: repeated(author, authors),
      title: optional(prose({ vi: "TIÊU_ĐỀ", en: "TITLE" }), {
        vi: "tiêu đề",
        en: "title of the article",
      }),
      uploads: optional(folder, {
        vi: "nơi có ảnh của trang cũ, chép từ wp-content/uploads",
        en: "a copy of the old site's `wp-content/uploads`, for its pictures",
      }),
      type: repeated(
        text({ vi: "LOẠI", en: "TYPE" }),
        {
          vi: "loại mục của WordPress cần nhập, như page; nhiều loại thì ghi nhiều lần",
          en: "kind of WordPress posts to import, such as `page`; repeat it for several",
        },
        { vi: "post", en: "`post`" },
      ),
      published: flag({
        vi: "bài đã đăng ở trang WordPress cũ thì đăng luôn, nếu không còn thiếu gì",
        en: "publish what WordPress had published, where nothing is missing from it",
      }),
      compare: flag({
        vi: "không nhập; so chữ và bảng của các bài đã nhập với tệp xuất của WordPress",
        en: "import nothing; compare words and tables of what was imported with the export",
      }),
      content,
      yes,
    },
    notes: {
      vi: `TỆP là tệp Word (.docx), trang web đã lưu (.html), tệp Markdown (.md), tệp chữ thuần (.txt) hoặc tệp xuất của WordPress (.xml). Tệp xuất lớn mấy cũng được; nhập lần nữa thì chỉ thêm bài mới.
Lời ghi ở tùy chọn thay cho điều máy đoán. Điều gì không chắc thì lệnh nói rõ; có --yes thì điều chưa rõ để lại thành ghi chú trong tệp.
Dòng cuối cùng in ra là đường dẫn của bài nháp.`,
      en: `FILE is a Word file (.docx), a saved web page (.html), Markdown (.md), a plain text (.txt) or an export of WordPress (.xml) of any size, of which a second import takes only what is new.
What an option says takes the place of a guess. The command tells what is not certain; with --yes that stays in the file as a comment.
The last line that is printed is the path of the draft.`,
    },
    exits: {
      0: { vi: "xong", en: "done" },
      1: {
        vi: "không nhập được; với --compare là có bài thiếu chữ hoặc bảng",
        en: "nothing could be imported; with --compare, words or tables are missing",
      },
    },
  },
  start: {
    summary: {
      vi: "Xem thử trang tin trên máy này; trang tự tải lại mỗi khi một tệp được lưu",
      en: "Serves a preview that follows every change, and the form editor at `/_soan/`, for this machine only",
    },
    options: { content, cache, now, lang, port },
    ignores: { output, drafts },
    notes: {
      vi: `Không quen viết tệp Markdown thì soạn bài bằng biểu mẫu ở trang /_soan/ trên cùng địa chỉ ấy.
Bài nháp và bài đề ngày sau này cũng hiện ra, có đánh dấu. Lỗi của nội dung hiện ở đây và ngay trên trang.
Bấm Ctrl+C để dừng.`,
      en: `Drafts and articles of later days are shown too, with a mark. Problems of the content are shown here and on the pages.
Press Ctrl+C to stop.`,
    },
  },
  review: {
    summary: {
      vi: "Tóm tắt một đề nghị thay đổi cho người duyệt, dưới dạng Markdown",
      en: "Sums a change up as Markdown: articles, awards before and after, topics, units, pictures",
    },
    options: {
      base: withDefault(revision, "origin/main", {
        vi: "bản để so: tên nhánh hoặc mã commit",
        en: "what to compare with: a branch or a commit",
      }),
      content,
      cache,
      "output-file": optional(text({ vi: "TỆP", en: "FILE" }), {
        vi: "viết thêm vào cuối tệp này thay vì in ra (dùng cho $GITHUB_STEP_SUMMARY)",
        en: "append to this file instead of printing (for `$GITHUB_STEP_SUMMARY`)",
      }),
      now,
    },
    exits: {
      0: { vi: "xong, kể cả khi nội dung có lỗi", en: "done, even when the content has errors" },
    },
  },
  addresses: {
    summary: {
      vi: "Ghi mọi địa chỉ đã đăng vào sổ content/addresses.txt; từ đó check báo khi một địa chỉ sắp mất",
      en: "Records every published address in `content/addresses.txt`, so that the check tells when one would vanish",
    },
    options: { content, cache, now },
    notes: {
      vi: "Chạy trên nhánh chính sau khi đăng, rồi commit tệp ấy. Lệnh chỉ thêm; địa chỉ đã ghi thì giữ, trừ danh sách không còn bài nào.",
      en: "Run it on the main branch after publishing, and commit the file. Addresses are added and kept; only lists that have no article left are dropped.",
    },
    exits: {
      0: { vi: "xong", en: "done" },
      1: {
        vi: "nội dung có lỗi, sổ giữ nguyên",
        en: "the content has errors, and the record is as it was",
      },
    },
  },
  redact: {
    summary: {
      vi: "Gỡ tên một người khỏi mọi bài, dữ liệu, chú thích và tên tệp, rồi chứng minh là trang không còn tên ấy",
      en: "Takes a person's name out of all articles, data, captions and file names, and proves that the site has it no more",
    },
    positional: {
      name: "name",
      placeholder: { vi: '"Họ và tên"', en: '"Tên"' },
      read(written): string {
        const name = cleaned(written.join(" "));
        if (written.length <= 1 && /\p{L}\s+\p{L}/u.test(name)) return name;
        throw new WrongUse('Ghi cả họ và tên trong ngoặc kép: npm run redact -- "Họ và tên"');
      },
    },
    options: {
      with: withDefault(replacement, "(đã ẩn tên)", {
        vi: "chữ thay vào chỗ của tên",
        en: "the words to put in place of the name",
      }),
      content,
      cache,
      now,
      yes,
    },
    notes: {
      vi: `Lệnh nêu mọi chỗ có tên rồi hỏi trước khi thay; có --yes thì không hỏi. Chỗ chỉ giống tên (khác dấu), cách gọi tắt và thông tin kèm ảnh thì nêu ra mà không thay.
Thay xong, lệnh dựng thử cả trang, không có rồi có bài nháp và bài hẹn ngày, và tìm tên ấy, có dấu và không dấu, trong từng tệp. Lịch sử git thì lệnh không sửa, chỉ nêu số commit có tên.`,
      en: `Every place is listed before anything is replaced; --yes asks nothing. Names that differ in their marks, short forms, and what pictures have within are listed and left.
Afterwards the whole site is built on trial, without and with drafts and articles of later days, and every file is searched for the name, with marks and without. The history of git is left as it is; the number of commits that have the name is told.`,
    },
    exits: {
      0: { vi: "xong", en: "done" },
      1: {
        vi: "vẫn còn tên, hoặc trang chưa dựng được nên chưa chứng minh được",
        en: "the name is still there, or the site could not be built to prove it",
      },
    },
  },
  publish: {
    summary: {
      vi: "Dựng rồi đăng trang lên máy chủ: tải bản mới cạnh bản đang chạy, kiểm tra đủ, rồi đổi một lần",
      en: "Builds and publishes: uploads a release beside the live one, checks it, and swaps them at once",
    },
    options: {
      to: required(
        { placeholder: { vi: "NƠI", en: "DIR|user@host:DIR" }, read: readDestination },
        {
          vi: "thư mục trên máy này, hoặc người_dùng@máy:thư_mục (qua ssh và rsync)",
          en: "where to: a folder of this machine, or of another one by ssh and rsync",
        },
        "Còn thiếu nơi đăng: npm run publish -- --to /var/www/ban-tin, hoặc --to nguoi-dung@may-chu:/var/www/ban-tin",
      ),
      rollback: withBare(wholeNumber(1, 99), "1", {
        vi: "trở lại bản trước bản đang chạy (hoặc lùi SỐ bản) thay vì đăng",
        en: "go back to the release before the live one, or by so many, instead of publishing",
      }),
      url,
      content,
      output,
      cache,
      now,
    },
    notes: {
      vi: `Máy chủ phục vụ liên kết NƠI/current; năm bản gần nhất ở NƠI/releases. Bài nháp không bao giờ được đăng.
Đổi bản xong, lệnh tải thử chừng 20 trang từ địa chỉ của trang và so với bản vừa đăng; nếu khác thì tự trở lại bản trước, nên xin tắt việc máy chủ hay CDN tự sửa trang. Không kết nối được tới địa chỉ ấy thì vẫn đăng và nói là chưa so được.
Tệp của bản đang chạy bị ai đó sửa trên máy chủ thì lệnh nêu tên và không dùng lại.
Cổng, khóa và tên tắt của máy chủ khai trong ~/.ssh/config; lệnh ssh khác thì khai ở biến RSYNC_RSH, như với rsync.`,
      en: `The host serves the link DIR/current; the last five releases are in DIR/releases. Drafts are never published.
After the swap some 20 pages are fetched from the address of the site and compared; if one differs, the release before is live again, so nothing on the way may alter pages. Where the address cannot be reached, the publish succeeds and says so.
Files of the live release that somebody has changed on the host are named, and not used again.
Ports, keys and short names of hosts belong into ~/.ssh/config; another ssh command into the variable RSYNC_RSH, as for rsync.`,
    },
    exits: {
      0: { vi: "xong", en: "done" },
      1: {
        vi: "nội dung có lỗi, không đăng gì",
        en: "the content has errors, and nothing was published",
      },
      2: {
        vi: "gõ lệnh sai, có lệnh khác đang đăng, bản đang chạy mới hơn hoặc ở nhánh khác, người đọc không nhận đúng bản vừa đăng, hoặc chương trình gặp lỗi",
        en: "wrong use, another publish at the same time, a live release that is newer or of another branch, readers who do not get the new one, or a fault inside the program",
      },
    },
  },
  verify: {
    summary: {
      vi: "Kiểm chứng rằng trang trên mạng đúng là những gì một commit dựng ra",
      en: "Proves that a live site is what a commit builds",
    },
    options: {
      url,
      commit: optional(
        commit,
        { vi: "commit của nội dung để dựng lại", en: "the commit of the content to build again" },
        { vi: "commit mà trang tự khai", en: "the one that the site names" },
      ),
      sample: optional(
        wholeNumber(1, 10_000_000),
        {
          vi: "chỉ tải thử từng này tệp",
          en: "fetch only so many files",
        },
        { vi: "tải hết", en: "all" },
      ),
      content,
    },
    notes: {
      vi: "Trang phải do lệnh publish đăng. Lệnh này dựng lại từ đầu trong một thư mục tạm, không dùng .cache. Tệp lạ mà máy chủ đưa ra ngoài danh sách manifest.txt thì không thấy được; nếu tệp ấy nằm trong bản đang chạy thì lần publish sau sẽ nêu tên.",
      en: "The site must have been published by the command publish. This builds from nothing in a temporary folder and uses no .cache. It cannot see a file that the host serves and manifest.txt does not list; the next publish names it, when it lies in the live release.",
    },
    exits: {
      0: { vi: "đúng", en: "it is" },
      1: { vi: "có tệp khác", en: "some files differ" },
      2: {
        vi: "gõ lệnh sai, không có gì để so (không đọc được trang, khác chương trình, không có commit), hoặc chương trình gặp lỗi",
        en: "wrong use, nothing to compare (no such site, another program, an unknown commit), or a fault inside the program",
      },
    },
  },
  upgrade: {
    summary: {
      vi: "Nâng cấp chương trình của trang tin, và nói rõ trang nào đổi, đổi thế nào",
      en: "Brings another version of the program into an office, and tells which pages change and how",
    },
    positional: {
      name: "version",
      placeholder: { vi: "PHIÊN_BẢN", en: "VERSION" },
      read([written, more]): string {
        if (written === undefined || written === "")
          throw new WrongUse(
            "Còn thiếu phiên bản, hoặc tệp .tgz của bản mới: npm run upgrade -- 0.2.0",
          );
        if (more === undefined) return written;
        throw new WrongUse("Chỉ nhận một phiên bản, tệp hoặc địa chỉ.");
      },
    },
    options: { content, cache, now, yes },
    notes: {
      vi: `Lệnh dựng thử trang bằng bản đang có và bản mới, rồi so hai bản, cả bằng ảnh nếu máy có Chrome hay Chromium. Bài chỉ được sửa ở những chỗ mà check --fix sửa được, sau khi hỏi.
Mọi thay đổi phải nằm trong một commit trước đã; không vừa ý thì git restore . rồi npm ci là trở lại như cũ.`,
      en: `The site is built on trial by the present version and by the new one, and both are compared, by pictures too where there is Chrome or Chromium. Articles are changed only where check --fix can, after a question.
Everything must be in a commit before; git restore . and npm ci undo the upgrade.`,
    },
    exits: {
      0: { vi: "xong", en: "done" },
      1: {
        vi: "bản mới thấy lỗi trong nội dung; sửa xong thì dựng được",
        en: "the new version finds errors in the content",
      },
    },
  },
  hook: {
    summary: {
      vi: "Kiểm tra bài ngay trước mỗi lần git commit trên máy này",
      en: "Checks staged articles before each commit on this machine",
    },
    options: {
      remove: flag({
        vi: "tắt việc kiểm tra trước khi commit",
        en: "turn the checks before commits off",
      }),
      staged: flag({
        vi: "kiểm tra những gì đã git add (git tự gọi)",
        en: "check what is staged (git calls this)",
      }),
      content,
    },
    notes: {
      vi: `Gọi lệnh không kèm tùy chọn là bật việc kiểm tra.
Bài có lỗi thì chưa commit được; cảnh báo thì vẫn được. Bỏ qua một lần: git commit --no-verify`,
      en: `Without an option it is turned on.
An article with errors cannot be committed; one with warnings can. To go past it once: git commit --no-verify`,
    },
    exits: {
      0: { vi: "xong", en: "done" },
      1: {
        vi: "bài có lỗi, hoặc máy này đã có sẵn một hook khác",
        en: "an article has errors, or this machine has a hook of its own",
      },
    },
  },
} as const satisfies Readonly<Record<string, Command>>;

export type Commands = typeof commands;
export type CommandName = keyof Commands;

/** The commands in the order in which they are listed. */
export const commandNames = Object.keys(commands) as CommandName[];

package org.gongzhi.server.matters;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Institution;
import org.gongzhi.server.files.Darkroom;
import org.gongzhi.server.files.Picture;
import org.gongzhi.server.frame.Said;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * What somebody typed into a form (填写内容): the answers for the institution, what to show again where a form comes back,
 * and what the page itself found wrong before the institution is asked.
 *
 * @param answers by field; images as their number
 * @param shown by parameter, to fill the form again
 * @param faults by field
 * @param pictures made anew
 * @param drafts by which the pictures are found again if the form comes back
 */
record Typed(
        Map<String, String> answers,
        Map<String, String> shown,
        Map<String, Text> faults,
        List<Picture> pictures,
        List<Drafts.Draft> drafts) {
    /** More than anybody types; what is longer comes back cut, and says so. */
    private static final int LONGEST = 100_000;

    /** A line of a name, a number or an address. */
    private static final int LONGEST_LINE = 200;

    private static final int MOST_PICTURES = 12;

    /** Reads the fields that a form asks for. */
    static Typed read(HttpServletRequest request, List<Institution.Field> fields, Darkroom darkroom, Drafts drafts) {
        Map<String, String> answers = new HashMap<>();
        Map<String, String> shown = new HashMap<>();
        Map<String, Text> faults = new LinkedHashMap<>();
        List<Drafts.Draft> kept = new ArrayList<>();
        for (Institution.Field field : fields) {
            String name = field.name();
            switch (field.type()) {
                case IMAGE -> {
                    kept.addAll(pictures(request, name, darkroom, drafts, faults));
                    answers.put(name, kept.isEmpty() ? "" : Integer.toString(kept.size()));
                }
                case CONTACT -> {
                    String person = line(request, name + ".person", field, faults, shown);
                    String phone = line(request, name + ".phone", field, faults, shown);
                    answers.put(name, (person + "\n" + phone).strip());
                }
                case PLACE -> {
                    answers.put(name, one(request, name, field, faults, shown));
                    answers.put(name + ".detail", line(request, name + ".detail", field, faults, shown));
                }
                case TEXT, CHOICE, FILE, DATE, NUMBER, MONEY, YES_NO, RATING, MATTER ->
                    answers.put(name, one(request, name, field, faults, shown));
            }
        }
        return new Typed(
                answers, shown, faults, kept.stream().map(Drafts.Draft::picture).toList(), kept);
    }

    /** What stands under a parameter, cleaned. */
    static String clean(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : clean(value);
    }

    private static String one(
            HttpServletRequest request,
            String name,
            Institution.Field field,
            Map<String, Text> faults,
            Map<String, String> shown) {
        String value = clean(request, name);
        if (value.length() > LONGEST) {
            faults.put(field.name(), Said.of("fault.far-too-long", value.length(), field.max()));
            value = value.substring(0, LONGEST);
        }
        shown.put(name, value);
        return value.strip();
    }

    /** A part of a field that takes one line. */
    private static String line(
            HttpServletRequest request,
            String name,
            Institution.Field field,
            Map<String, Text> faults,
            Map<String, String> shown) {
        String value = one(request, name, field, faults, shown);
        int length = value.codePointCount(0, value.length());
        if (length > LONGEST_LINE) {
            faults.putIfAbsent(field.name(), Said.of("fault.line-too-long", length, LONGEST_LINE));
        }
        return value;
    }

    /** One kind of line end, nothing that no keyboard types: such characters could not be kept. */
    static String clean(String typed) {
        StringBuilder clean = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(point -> {
            boolean control = Character.getType(point) == Character.CONTROL && point != '\n' && point != '\t';
            boolean torn = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            if (!control && !torn) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString();
    }

    private static List<Drafts.Draft> pictures(
            HttpServletRequest request, String name, Darkroom darkroom, Drafts drafts, Map<String, Text> faults) {
        List<Drafts.Draft> found = new ArrayList<>();
        String[] before = request.getParameterValues(name + ".kept");
        for (String token : before == null ? new String[0] : before) {
            Optional<Drafts.Draft> draft = drafts.find(token);
            draft.ifPresent(found::add);
            if (draft.isEmpty()) {
                faults.putIfAbsent(name, Said.of("fault.photo-gone"));
            }
        }
        if (request instanceof MultipartHttpServletRequest multipart) {
            for (MultipartFile file : multipart.getFiles(name)) {
                if (file.isEmpty()) {
                    continue;
                }
                if (found.size() >= MOST_PICTURES) {
                    break; // the institution says how many it takes, and refuses more
                }
                Darkroom.Developed developed = develop(darkroom, file);
                switch (developed) {
                    case Darkroom.Developed.Made made -> found.add(drafts.keep(made.picture(), label(file)));
                    case Darkroom.Developed.Refused refused -> faults.putIfAbsent(name, refused.why());
                }
            }
        }
        return found;
    }

    private static Darkroom.Developed develop(Darkroom darkroom, MultipartFile file) {
        try {
            return darkroom.develop(file.getBytes());
        } catch (java.io.IOException cutOff) {
            return new Darkroom.Developed.Refused(Said.of("fault.photo-cut-off"));
        }
    }

    private static String label(MultipartFile file) {
        String name = file.getOriginalFilename();
        String clean = name == null ? "" : clean(name).replaceAll("[\\\\/\n\t]", "_");
        return clean.isBlank() ? "photo" : clean.substring(0, Math.min(80, clean.length()));
    }
}

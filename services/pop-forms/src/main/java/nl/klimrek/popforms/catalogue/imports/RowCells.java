package nl.klimrek.popforms.catalogue.imports;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.klimrek.popforms.skill.SkillMatch;
import nl.klimrek.popforms.skill.SkillMatches;
import nl.klimrek.popforms.text.TypedText;
import nl.klimrek.servicekit.imports.job.RowFault;
import nl.klimrek.servicekit.tabular.TableRow;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row by the names of their columns, and collects every fault. */
public final class RowCells {

    /** Codes of entries. */
    public static final String CODE = "[A-Za-z0-9][A-Za-z0-9_.:-]{0,59}";

    private static final int MAX_SKILLS = 20;
    private static final int LINK = 500;
    private static final Pattern CODE_FORM = Pattern.compile(CODE);
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,6}(?:[.,][0-9]{1,2})?");

    private final List<String> heading;
    private final TableRow row;
    private final List<RowFault> faults = new ArrayList<>();

    public RowCells(List<String> heading, TableRow row) {
        this.heading = heading;
        this.row = row;
        if (row.cutOff()) {
            fault("row", "cut-off");
        } else if (row.cells().size() > heading.size()) {
            fault("row", "cells-differ-from-heading");
        }
    }

    /** All faults so far. */
    public List<RowFault> faults() {
        return List.copyOf(faults);
    }

    /** A cell as it stands; empty when there is none. */
    public String cell(String column) {
        int at = heading.indexOf(column);
        return at < 0 || at >= row.cells().size() ? "" : row.cells().get(at).strip();
    }

    /** A code, which must be there. */
    public String code(String column) {
        String code = cell(column);
        if (code.isEmpty()) {
            fault(column, "required");
        } else if (!CODE_FORM.matcher(code).matches()) {
            fault(column, "entry-code-invalid");
        }
        return code;
    }

    /** A text that must be there. */
    public String text(String column, int most) {
        String text = optionalText(column, most);
        if (text == null) {
            fault(column, "required");
        }
        return Objects.requireNonNullElse(text, "");
    }

    /** A text; null when there is none. */
    public @Nullable String optionalText(String column, int most) {
        String text = TypedText.normalise(cell(column));
        if (text != null && text.length() > most) {
            fault(column, "too-long");
        }
        return text;
    }

    /** A constant by its name, which must be there. */
    public <E extends Enum<E>> @Nullable E one(String column, Class<E> type) {
        String name = cell(column);
        if (name.isEmpty()) {
            fault(column, "required");
            return null;
        }
        E found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
        if (found == null) {
            fault(column, "not-a-choice");
        }
        return found;
    }

    /** An amount in hundredths; null when there is none. */
    public @Nullable Long hundredths(String column) {
        String amount = cell(column);
        if (amount.isEmpty()) {
            return null;
        }
        if (!AMOUNT.matcher(amount).matches()) {
            fault(column, "amount-invalid");
            return null;
        }
        return new BigDecimal(amount.replace(',', '.')).movePointRight(2).longValueExact();
    }

    /** A day; null when there is none. */
    public @Nullable LocalDate day(String column) {
        String day = cell(column);
        if (day.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException invalid) {
            fault(column, "day-invalid");
            return null;
        }
    }

    /** The address of a page; null when there is none. */
    public @Nullable String link(String column) {
        String link = cell(column);
        if (link.isEmpty()) {
            return null;
        }
        if (!isLink(link)) {
            fault(column, "link-invalid");
        }
        return link;
    }

    /** Whether this is the address of a page, by {@code https} or {@code http} and without a user. */
    public static boolean isLink(String link) {
        try {
            URI uri = new URI(link);
            return link.length() <= LINK
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException invalid) {
            return false;
        }
    }

    /** Skills by scheme and code. */
    public List<SkillMatch> skills(String column) {
        return SkillMatches.parse(cell(column), MAX_SKILLS).orElseGet(() -> {
            fault(column, "match-invalid");
            return List.of();
        });
    }

    private void fault(String column, String code) {
        faults.add(new RowFault(column, code, null));
    }
}

package nl.klimrek.portal.budgets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The form of a pot: amounts as people type them, in euros or hours. */
final class PolicyPotForm {
    private static final List<String> NAMES = List.of(
            "code", "name", "unit", "amount", "source", "proRata", "atOnce", "days", "most", "years", "carried");
    private static final List<String> SOURCES =
            List.of("EMPLOYER", "COLLECTIVE_AGREEMENT", "REGIONAL_FUND", "GOVERNMENT");
    private static final int MINUTES = 60;
    private static final int HUNDRED = 100;

    private PolicyPotForm() {}

    /** A hidden field. */
    record Field(String name, String value) {}

    /** The pot from the form; an unreadable value is an error of its field. */
    static PolicyPot read(FormPost post) {
        String code = post.text("code").isEmpty() ? PolicyPotCard.code(post.text("name")) : post.text("code");
        if (code.isEmpty()) {
            throw post.invalid("name", "budgetpolicies.name.letters");
        }
        if (!SOURCES.contains(post.text("source"))) {
            throw post.invalid("source", "budgetpolicies.source.choose");
        }
        String unit = "HOURS".equals(post.text("unit")) ? "HOURS" : "EUR";
        Long amount = smallest(unit, post.hundredths("amount"));
        if (amount == null || amount == 0) {
            throw post.invalid("amount", "form.amount");
        }
        Long atOnce = smallest(unit, post.hundredths("atOnce"));
        return new PolicyPot(
                code,
                unit,
                amount,
                post.text("source"),
                post.isChecked("proRata"),
                atOnce == null ? 0 : atOnce,
                whole(post, "days", 731),
                aboveZero(unit, post.hundredths("most")),
                whole(post, "years", 10),
                aboveZero(unit, post.hundredths("carried")));
    }

    /** A number from 1 to this; null when nothing was filled in. */
    private static @Nullable Integer whole(FormPost post, String field, int most) {
        Integer number = post.numberOrNull(field);
        if (number != null && (number < 1 || number > most)) {
            throw post.invalid(field, "budgetpolicies." + field + ".wrong");
        }
        return number;
    }

    private static @Nullable Long aboveZero(String unit, @Nullable Long hundredths) {
        Long amount = smallest(unit, hundredths);
        return amount == null || amount == 0 ? null : amount;
    }

    /** The same; null when something cannot be read. */
    static @Nullable PolicyPot readOrNull(FormPost post) {
        try {
            return read(post);
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    /** The values of a pot's fields; a new pot starts with what most organisations use. */
    static Map<String, @Nullable Object> values(Reader reader, @Nullable PolicyPot pot) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", pot == null ? "" : PolicyPotCard.name(reader, pot.code()));
        values.put("unit", pot == null ? "EUR" : pot.unit());
        values.put("amount", pot == null ? "" : typed(pot.unit(), pot.amount()));
        values.put("source", pot == null ? "EMPLOYER" : pot.fundingSource());
        values.put("proRata", pot == null || pot.proRata() ? "true" : "");
        values.put("atOnce", pot == null || pot.autoApproveUpTo() == 0 ? "" : typed(pot.unit(), pot.autoApproveUpTo()));
        values.put("days", pot == null ? null : pot.approvalPeriodDays());
        values.put("most", pot == null ? null : typed(pot.unit(), pot.maxPerRequest()));
        values.put("years", pot == null ? null : pot.validYears());
        values.put("carried", pot == null ? null : typed(pot.unit(), pot.carryOverUpTo()));
        values.replaceAll((name, value) -> value == null ? "" : value.toString());
        return values;
    }

    static List<Field> fields(FormPost post) {
        return NAMES.stream()
                .filter(name -> !post.text(name).isEmpty())
                .map(name -> new Field(name, post.text(name)))
                .toList();
    }

    static String query(FormPost post) {
        return fields(post).stream()
                .map(field -> field.name() + "=" + UriUtils.encode(field.value(), "UTF-8"))
                .collect(Collectors.joining("&"));
    }

    /** Hundredths of euros are cents; hundredths of hours become minutes. */
    private static @Nullable Long smallest(String unit, @Nullable Long hundredths) {
        return hundredths == null || !"HOURS".equals(unit)
                ? hundredths
                : Long.valueOf(Math.round(hundredths * (double) MINUTES / HUNDRED));
    }

    private static @Nullable String typed(String unit, @Nullable Long smallest) {
        if (smallest == null) {
            return null;
        }
        BigDecimal amount = "HOURS".equals(unit)
                ? BigDecimal.valueOf(smallest).divide(BigDecimal.valueOf(MINUTES), 2, RoundingMode.HALF_UP)
                : BigDecimal.valueOf(smallest, 2);
        return amount.stripTrailingZeros().toPlainString();
    }
}

package nl.klimrek.people.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.servicekit.text.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Reads and validates the data of {@code nl.klimrek.hr.employee.upserted.v1} and {@code …left.v1}. Required fields must
 * be present, values possible, and dates consistent. Other fields have a default (language nl, zone Europe/Amsterdam,
 * permanent, 36 hours, Monday to Friday) or stay unknown. Unknown fields are ignored.
 */
public final class EmployeeRecordReader {

    private static final int MAX_NAME = 200;
    private static final int MAX_NUMBER = 64;
    private static final int MAX_HOURS = EmployeeFacts.MAX_MINUTES_PER_WEEK / 60;
    private static final int DEFAULT_HOURS = 36;
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern ZONE = Pattern.compile("[A-Za-z_+-]+(/[A-Za-z0-9_+-]+)*");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final List<Weekday> OFFICE_WEEK =
            List.of(Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI);

    private EmployeeRecordReader() {}

    /** Reads the record of a whole person. An absent field is empty. */
    public static ParseResult upserted(JsonNode data) {
        return upserted(data, HrField.ALL);
    }

    /** Reads a record that states only some fields. The others stay as they are. */
    public static ParseResult upserted(JsonNode data, Set<HrField> stated) {
        RecordFieldReader fields = new RecordFieldReader(data);
        Optional<String> number = fields.required("employeeNumber", fields.key("employeeNumber", MAX_NUMBER));
        Optional<LocalDate> effectiveAt = fields.required("effectiveAt", fields.date("effectiveAt"));
        Optional<String> familyName = fields.required("familyName", fields.text("familyName", MAX_NAME));
        Optional<LocalDate> start = fields.required("startDate", fields.date("startDate"));
        LocalDate end = fields.date("endDate").orElse(null);
        LocalDate absentFrom = fields.date("absentFrom").orElse(null);
        LocalDate absentUntil = fields.date("absentUntil").orElse(null);
        String givenName = fields.text("givenName", MAX_NAME).orElse(null);
        String email =
                fields.email("email", MailAddress.LONGEST, MailAddress::isPlain).orElse(null);
        String language = fields.as("language", 35, "unknown-language", EmployeeRecordReader::language)
                .orElse("nl");
        String zone = fields.as("timeZone", 60, "unknown-time-zone", EmployeeRecordReader::zone)
                .orElse("Europe/Amsterdam");
        String team = fields.text("team", MAX_NAME).orElse(null);
        String job = fields.text("job", MAX_NAME).orElse(null);
        String jobFamily = fields.text("jobFamily", MAX_NAME).orElse(null);
        String manager = fields.key("managerNumber", MAX_NUMBER).orElse(null);
        ContractKind kind = fields.as("contractKind", 30, "not-in-list", ContractKind::valueOf)
                .orElse(ContractKind.PERMANENT);
        int minutes = minutes(fields.number("hoursPerWeek", 0, MAX_HOURS));
        List<Weekday> days = fields.values("workingDays", Weekday.class).orElse(OFFICE_WEEK);
        checkDates(fields, start.orElse(null), end, absentFrom, absentUntil);
        return fields.faults().isEmpty()
                ? new ParseResult.Upserted(
                        number.orElseThrow(),
                        effectiveAt.orElseThrow(),
                        new EmployeeFacts(
                                givenName,
                                familyName.orElseThrow(),
                                email,
                                language,
                                zone,
                                team,
                                job,
                                jobFamily,
                                manager,
                                kind,
                                minutes,
                                days,
                                start.orElseThrow(),
                                end,
                                absentFrom,
                                absentUntil),
                        stated,
                        data)
                : ParseResult.Faulty.of(number.orElse(null), fields.faults(), stated, data);
    }

    /** Reads the record of a leaver. */
    public static ParseResult left(JsonNode data) {
        RecordFieldReader fields = new RecordFieldReader(data);
        Optional<String> number = fields.required("employeeNumber", fields.key("employeeNumber", MAX_NUMBER));
        Optional<LocalDate> effectiveAt = fields.required("effectiveAt", fields.date("effectiveAt"));
        Optional<LocalDate> end = fields.required("endDate", fields.date("endDate"));
        return fields.faults().isEmpty()
                ? new ParseResult.Left(number.orElseThrow(), effectiveAt.orElseThrow(), end.orElseThrow(), data)
                : ParseResult.Faulty.of(number.orElse(null), fields.faults(), HrField.ALL, data);
    }

    private static void checkDates(
            RecordFieldReader fields,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate absentFrom,
            @Nullable LocalDate absentUntil) {
        if (start != null && end != null && end.isBefore(start)) {
            fields.fault("endDate", "before-start");
        }
        if (absentUntil != null && absentFrom == null && fields.faultless("absentFrom")) {
            fields.fault("absentUntil", "absence-without-start");
        } else if (absentUntil != null && absentFrom != null && absentUntil.isBefore(absentFrom)) {
            fields.fault("absentUntil", "before-absence");
        }
    }

    /** Whole minutes; half a minute is rounded up. */
    private static int minutes(Optional<BigDecimal> hours) {
        return hours.orElse(BigDecimal.valueOf(DEFAULT_HOURS))
                .multiply(MINUTES)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("not of that form");
        }
        return text;
    }

    private static String language(String text) {
        if (!LANGUAGES.contains(matching(TAG, text).split("-")[0].toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("no such language");
        }
        return text;
    }

    private static String zone(String text) {
        if (!ZONES.contains(matching(ZONE, text))) {
            throw new IllegalArgumentException("no such zone");
        }
        return text;
    }
}

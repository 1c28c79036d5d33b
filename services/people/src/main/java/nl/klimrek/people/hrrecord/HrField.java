package nl.klimrek.people.hrrecord;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of an HR record, by the names that HR systems and files use. */
public enum HrField {
    GIVEN_NAME("givenName", EmployeeFacts::givenName),
    FAMILY_NAME("familyName", EmployeeFacts::familyName),
    EMAIL("email", EmployeeFacts::email),
    LANGUAGE("language", EmployeeFacts::language),
    TIME_ZONE("timeZone", EmployeeFacts::timeZone),
    TEAM("team", EmployeeFacts::team),
    JOB("job", EmployeeFacts::job),
    JOB_FAMILY("jobFamily", EmployeeFacts::jobFamily),
    MANAGER_NUMBER("managerNumber", EmployeeFacts::managerNumber),
    CONTRACT_KIND("contractKind", EmployeeFacts::contractKind),
    HOURS_PER_WEEK("hoursPerWeek", facts -> hours(facts.minutesPerWeek())),
    WORKING_DAYS("workingDays", EmployeeFacts::workingDays),
    START_DATE("startDate", EmployeeFacts::startDate),
    END_DATE("endDate", EmployeeFacts::endDate),
    ABSENT_FROM("absentFrom", EmployeeFacts::absentFrom),
    ABSENT_UNTIL("absentUntil", EmployeeFacts::absentUntil);

    /** All fields: the record of a whole person states them. */
    public static final Set<HrField> ALL = Collections.unmodifiableSet(EnumSet.allOf(HrField.class));

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private final String fieldName;
    private final Function<EmployeeFacts, @Nullable Object> value;

    HrField(String fieldName, Function<EmployeeFacts, @Nullable Object> value) {
        this.fieldName = fieldName;
        this.value = value;
    }

    /** The name of the field in an HR record and of the column in a file. */
    public String fieldName() {
        return fieldName;
    }

    /** The field with this name; empty for a name that describes no person, such as {@code effectiveAt}. */
    public static Optional<HrField> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.fieldName.equals(name))
                .findFirst();
    }

    /** The value as an HR record would state it; null when it is empty. */
    public @Nullable Object of(@Nullable EmployeeFacts facts) {
        return facts == null ? null : value.apply(facts);
    }

    private static BigDecimal hours(int minutes) {
        BigDecimal hours = BigDecimal.valueOf(minutes)
                .divide(MINUTES, 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return hours.scale() < 0 ? hours.setScale(0) : hours;
    }
}

package nl.klimrek.standalone.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import nl.klimrek.contracts.hr.EmployeeUpserted;

/** An invented employee who joins Bram's team: 28 hours a week, employed for half a year. */
final class NewEmployee {

    static final String MANAGER_NUMBER = "K-002";
    static final int HOURS_PER_WEEK = 28;

    private static final List<String> GIVEN = List.of(
            "Noortje", "Sietske", "Wessel", "Jorrit", "Yasmina", "Thijmen", "Amarisa", "Ruben", "Femke", "Oswald");
    private static final List<String> FAMILY = List.of(
            "Ploegstra",
            "Kersbergen",
            "Duinhoven",
            "Elzinga",
            "Wiersma",
            "Zwartjes",
            "Haverkamp",
            "Moerdijk",
            "Roosendaal",
            "Tichelaar");

    private final String run;
    private final String given;
    private final String family;
    private final LocalDate today;

    NewEmployee(String run, LocalDate today, RandomGenerator chance) {
        this.run = run;
        this.today = today;
        this.given = GIVEN.get(chance.nextInt(GIVEN.size()));
        this.family = FAMILY.get(chance.nextInt(FAMILY.size()));
    }

    String number() {
        return "D-" + run.toUpperCase(Locale.ROOT);
    }

    String givenName() {
        return given;
    }

    String familyName() {
        return family;
    }

    String email() {
        return given.toLowerCase(Locale.ROOT) + "." + run + "@demo.example";
    }

    /** The first of the month half a year ago, so that this year's grant is pro rata for most of the year. */
    LocalDate startDate() {
        return today.minusMonths(6).withDayOfMonth(1);
    }

    /** The HR record. */
    EmployeeUpserted record() {
        return new EmployeeUpserted(
                number(),
                today,
                given,
                family,
                email(),
                "nl",
                "Europe/Amsterdam",
                "Thuiszorg Noord",
                "Wijkverpleegkundige",
                "zorg",
                MANAGER_NUMBER,
                "PERMANENT",
                BigDecimal.valueOf(HOURS_PER_WEEK),
                List.of("MON", "TUE", "WED", "THU"),
                startDate(),
                null,
                null,
                null);
    }
}

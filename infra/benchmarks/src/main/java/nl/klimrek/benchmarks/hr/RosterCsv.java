package nl.klimrek.benchmarks.hr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** An invented roster: teams of about twelve, each with a manager, in a tree. */
final class RosterCsv {

    static final String HEADING =
            "employeeNumber,effectiveAt,familyName,givenName,email,managerNumber,team,job,hoursPerWeek,startDate,endDate\n";
    private static final int TEAM = 12;

    private RosterCsv() {}

    static Path write(Path file, int people) {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(HEADING);
            for (int i = 0; i < people; i++) {
                out.write(row(i));
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String row(int i) {
        String manager = i == 0 ? "" : "P" + (i - 1) / TEAM;
        return "P" + i + ",2026-11-01,Naam" + i + ",Voor" + i + ",p" + i + "@big.example," + manager + ",Team "
                + i / TEAM + ",Medewerker,36,2020-01-01,\n";
    }
}

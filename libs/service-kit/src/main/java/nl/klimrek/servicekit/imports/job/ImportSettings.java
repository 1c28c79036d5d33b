package nl.klimrek.servicekit.imports.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of imports.
 *
 * @param largestFile largest file that is received, 1 KB to 2 GB; default 256 MB
 * @param answerWithin time that a request waits for the result before the answer is 202, 0 to 60 s; default 19 s
 * @param workers number of imports that run at once, each of another organisation, 1 to 16; default 2
 * @param lanes number of rows of one import that are processed at once, 1 to 32; default 8
 * @param keepResults storage time of the results of rows, 1 hour to 3650 days; default 90 days
 * @param keepDryRuns the same for dry runs, which hold the values that would change; default 1 day
 * @param keepFiles storage time of the file of a dry run, in which it can be applied, 1 minute to 1 day; default 1 hour
 */
@ConfigurationProperties("klimrek.imports")
public record ImportSettings(
        @DefaultValue("256MB") DataSize largestFile,
        @DefaultValue("19s") Duration answerWithin,
        @DefaultValue("2") int workers,
        @DefaultValue("8") int lanes,
        @DefaultValue("90d") Duration keepResults,
        @DefaultValue("1d") Duration keepDryRuns,
        @DefaultValue("1h") Duration keepFiles) {

    public ImportSettings {
        check(largestFile.toBytes() >= 1024 && largestFile.toGigabytes() <= 2, "largest-file must be 1KB to 2GB");
        check(!answerWithin.isNegative() && answerWithin.toSeconds() <= 60, "answer-within must be 0s to 60s");
        check(workers >= 1 && workers <= 16, "workers must be 1 to 16");
        check(lanes >= 1 && lanes <= 32, "lanes must be 1 to 32");
        check(kept(keepResults) && kept(keepDryRuns), "keep-results and keep-dry-runs must be 1h to 3650d");
        check(keepFiles.toMinutes() >= 1 && keepFiles.toDays() <= 1, "keep-files must be 1m to 1d");
    }

    private static boolean kept(Duration time) {
        return time.toHours() >= 1 && time.toDays() <= 3650;
    }

    private static void check(boolean right, String sentence) {
        if (!right) {
            throw new IllegalArgumentException("klimrek.imports." + sentence);
        }
    }
}

package nl.klimrek.benchmarks.front;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.benchmarks.engines.PlatformProcess;
import nl.klimrek.benchmarks.portal.RosterGrowth;

/** Employees with their managers, who take turns. */
record Pairs(List<Pair> pairs) {

    private static final int TEAMS = 24;
    private static final List<String> OF_BRAM = List.of("anna", "emre", "fatima", "gijs", "ingrid", "james");
    private static final List<String> OF_CHANTAL = List.of("karin", "lars");

    /** An employee and the employee's manager. */
    record Pair(FrontDoor employee, FrontDoor manager) {}

    /** Employees of the teams that {@link nl.klimrek.benchmarks.portal.RosterGrowth} added, one a team, signed in. */
    static Pairs grown(PlatformProcess platform, DemoTokens tokens, HttpClient http)
            throws IOException, InterruptedException {
        List<Pair> pairs = new ArrayList<>();
        for (int team = 1; team <= TEAMS; team++) {
            String manager = RosterGrowth.email(team * RosterGrowth.A_TEAM);
            String employee = RosterGrowth.email(team * RosterGrowth.A_TEAM + 1);
            tokens.await(manager);
            tokens.await(employee);
            pairs.add(new Pair(
                    new FrontDoor(http, platform.address(), tokens, employee),
                    new FrontDoor(http, platform.address(), tokens, manager)));
        }
        return new Pairs(List.copyOf(pairs));
    }

    /** People of the demo. */
    static Pairs of(PlatformProcess platform, DemoTokens tokens, HttpClient http) {
        List<Pair> pairs = new ArrayList<>();
        add(pairs, OF_BRAM, door(platform, tokens, http, "bram"), platform, tokens, http);
        add(pairs, OF_CHANTAL, door(platform, tokens, http, "chantal"), platform, tokens, http);
        return new Pairs(List.copyOf(pairs));
    }

    Pair of(int turn) {
        return pairs.get(turn % pairs.size());
    }

    private static void add(
            List<Pair> pairs,
            List<String> employees,
            FrontDoor manager,
            PlatformProcess platform,
            DemoTokens tokens,
            HttpClient http) {
        employees.forEach(name -> pairs.add(new Pair(door(platform, tokens, http, name), manager)));
    }

    private static FrontDoor door(PlatformProcess platform, DemoTokens tokens, HttpClient http, String name) {
        return new FrontDoor(http, platform.address(), tokens, name + "@demo.example");
    }
}

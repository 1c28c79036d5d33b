package nl.klimrek.benchmarks.front;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.benchmarks.engines.PlatformProcess;

/** Employees of the demo with their managers, one pair a client. */
record Pairs(List<Pair> pairs) {

    private static final List<String> OF_BRAM = List.of("anna", "emre", "fatima", "gijs", "ingrid", "james");
    private static final List<String> OF_CHANTAL = List.of("karin", "lars");

    /** An employee and the employee's manager. */
    record Pair(FrontDoor employee, FrontDoor manager) {}

    static Pairs of(PlatformProcess platform, DemoTokens tokens, HttpClient http) {
        List<Pair> pairs = new ArrayList<>();
        add(pairs, OF_BRAM, door(platform, tokens, http, "bram"), platform, tokens, http);
        add(pairs, OF_CHANTAL, door(platform, tokens, http, "chantal"), platform, tokens, http);
        return new Pairs(List.copyOf(pairs));
    }

    Pair of(int client) {
        return pairs.get(client % pairs.size());
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

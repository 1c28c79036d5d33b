package nl.klimrek.portal.journal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.klimrek.portal.journal.GuaranteeResponses.Behind;
import nl.klimrek.portal.journal.GuaranteeResponses.Gap;
import nl.klimrek.portal.journal.GuaranteeResponses.Gaps;
import nl.klimrek.portal.journal.GuaranteeResponses.Lag;
import nl.klimrek.portal.reader.Reader;

/** The parts of the platform with their lag, and the gaps. */
final class GuaranteesPage {
    private static final int MAX_GAPS = 20;

    private GuaranteesPage() {}

    /**
     * A part of Klimrek.
     *
     * @param does   what it does for people
     * @param state  whether it keeps up: UP or BEHIND
     * @param status the same in words
     */
    record PartLine(String name, String does, String state, String status) {}

    /** Every part that reads steps, those that are behind first. */
    static List<PartLine> parts(Reader reader, Lag lag) {
        Map<String, Long> behind = lag.items().stream()
                .collect(Collectors.groupingBy(Behind::group, TreeMap::new, Collectors.summingLong(Behind::behind)));
        return behind.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(part -> new PartLine(
                        part(reader, part.getKey()),
                        reader.findText("guarantees.does." + part.getKey()).orElse(""),
                        part.getValue() == 0 ? "UP" : "BEHIND",
                        part.getValue() == 0
                                ? reader.say("guarantees.up")
                                : reader.say("guarantees.behind", part.getValue())))
                .toList();
    }

    /** The name of a part. */
    static String part(Reader reader, String group) {
        return reader.findText("guarantees.part." + group).orElseGet(() -> reader.say("guarantees.part.other"));
    }

    /** Missing steps, by the part that took them. */
    static List<String> gaps(Reader reader, Gaps gaps) {
        return gaps.items().stream()
                .limit(MAX_GAPS)
                .map(gap -> reader.say(
                        "guarantees.gap", part(reader, owner(gap)), gap.missing(), reader.moment(gap.since())))
                .toList();
    }

    /** The service that a stream belongs to: {@code /klimrek/people#p-7} is of people. */
    private static String owner(Gap gap) {
        String[] place = gap.stream().split("[/#]");
        return place.length > 2 ? place[2] : "";
    }
}

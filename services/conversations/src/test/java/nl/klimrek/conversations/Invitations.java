package nl.klimrek.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.conversations.ConversationInvited;
import nl.klimrek.conversations.planning.proposal.Diary;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.aggregate.AggregateStore;

/**
 * Who was invited to what, as everybody outside hears it. Judged as: each of so many conversations once, nobody to two at the
 * same time, and each hour in the diaries of both.
 */
final class Invitations {

    private final Company company;

    Invitations(Company company) {
        this.company = company;
    }

    /** Waits until so many are out, and judges them. */
    void areFair(int conversations) {
        // As long as it takes until what a killed instance left unsent is taken up: its lease, and then a sweep.
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(all()).as(company.name).hasSizeGreaterThanOrEqualTo(conversations));
        List<ConversationInvited> all = all();
        assertThat(all)
                .extracting(ConversationInvited::conversation)
                .doesNotHaveDuplicates()
                .hasSize(conversations);
        Map<String, List<ConversationInvited>> byPerson = new HashMap<>();
        all.forEach(one -> Stream.of(one.employee(), one.counterpart())
                .forEach(person -> byPerson.computeIfAbsent(person, none -> new ArrayList<>())
                        .add(one)));
        byPerson.forEach((person, theirs) -> {
            for (ConversationInvited one : theirs) {
                assertThat(theirs)
                        .as(person)
                        .filteredOn(other -> other.slotStart().isBefore(one.slotEnd())
                                && one.slotStart().isBefore(other.slotEnd()))
                        .containsExactly(one);
            }
            assertThat(diary(person))
                    .as(person)
                    .containsExactlyInAnyOrderElementsOf(theirs.stream()
                            .map(ConversationInvited::conversation)
                            .toList());
        });
    }

    private List<ConversationInvited> all() {
        return company.published().stream()
                .filter(record -> record.type().equals(Contracts.typeOf(ConversationInvited.class)))
                .map(record -> record.as(ConversationInvited.class))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Iterable<String> diary(String person) {
        AggregateStore<Diary> diaries = (AggregateStore<Diary>) ConversationsUnderTest.bean("diaryStore");
        return diaries.find(Key.of(company.organisation(), person))
                .orElseThrow()
                .state()
                .given()
                .keySet();
    }
}

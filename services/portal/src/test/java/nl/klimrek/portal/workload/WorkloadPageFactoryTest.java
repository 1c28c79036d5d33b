package nl.klimrek.portal.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.fixture.CannedReader;
import nl.klimrek.portal.frame.BarChart;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.workload.WorkloadResponses.Capacity;
import nl.klimrek.portal.workload.WorkloadResponses.Conversation;
import org.junit.jupiter.api.Test;

class WorkloadPageFactoryTest {
    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2027-01-06T09:00:00Z");

    @Test
    void a_conversation_counts_in_the_week_of_its_time_else_in_the_last_week_of_its_window() {
        WorkloadPage page = page(
                new Conversation("ACCEPTED", null, null, Instant.parse("2027-01-12T09:00:00Z")),
                new Conversation("PLANNED", LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 22), null),
                new Conversation("MISSED", LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 20), null));
        assertThat(page.weeks().value().chart().rows())
                .extracting(BarChart.Row::parts)
                .startsWith(List.of(0L, 1L), List.of(1L, 0L), List.of(0L, 1L), List.of(0L, 0L));
    }

    @Test
    void a_week_with_more_conversations_than_the_capacity_is_named() {
        Conversation tuesday = new Conversation("INVITED", null, null, Instant.parse("2027-01-12T09:00:00Z"));
        assertThat(page(tuesday, tuesday).weeks().value().full()).isEmpty();
        assertThat(page(tuesday, tuesday, tuesday).weeks().value().full()).hasSize(1);
    }

    private static WorkloadPage page(Conversation... conversations) {
        return new WorkloadPageFactory(Clock.fixed(NOW, ZoneOffset.UTC))
                .of(
                        CannedReader.of("bram", "en", Map.of(), "MANAGER"),
                        Section.of(List.of(conversations), null),
                        Section.of(new Capacity(1, 2, List.of(), false), null),
                        Section.of(List.of(), null));
    }
}

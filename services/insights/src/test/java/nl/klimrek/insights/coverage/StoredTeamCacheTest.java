package nl.klimrek.insights.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import nl.klimrek.eventing.Organisation;
import org.junit.jupiter.api.Test;

class StoredTeamCacheTest {

    private static final Organisation ACME = new Organisation("acme");

    private final StoredTeamCache seen = new StoredTeamCache();

    @Test
    void a_team_is_new_until_it_is_stored_in_its_organisation() {
        assertThat(seen.isNew(ACME, "a")).isTrue();
        seen.add(ACME, "a");
        assertThat(seen.isNew(ACME, "a")).isFalse();
        assertThat(seen.isNew(ACME, "b")).isTrue();
        assertThat(seen.isNew(new Organisation("other"), "a")).isTrue();
    }

    @Test
    void a_full_cache_starts_empty() {
        for (int i = 0; i <= StoredTeamCache.MAX_TEAMS; i++) {
            seen.add(ACME, "t" + i);
        }
        assertThat(seen.isNew(ACME, "t" + StoredTeamCache.MAX_TEAMS)).isFalse();
        assertThat(seen.isNew(ACME, "t0")).isTrue();
    }
}

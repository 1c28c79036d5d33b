package nl.klimrek.learningbudgets.ledger;

import static nl.klimrek.learningbudgets.account.AccountFixture.ANNA;
import static nl.klimrek.learningbudgets.account.AccountFixture.NOW;
import static nl.klimrek.learningbudgets.account.AccountFixture.PERSONAL;
import static nl.klimrek.learningbudgets.account.AccountFixture.anAccount;
import static nl.klimrek.learningbudgets.account.AccountFixture.euros;
import static nl.klimrek.learningbudgets.account.AccountFixture.minutes;
import static nl.klimrek.learningbudgets.account.AccountFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.learningbudgets.account.AccountRepository;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.account.GrantAdjustment;
import nl.klimrek.learningbudgets.account.LedgerPage;
import nl.klimrek.learningbudgets.account.YearEnd;
import nl.klimrek.learningbudgets.pot.LedgerEntry;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.PotBalance;
import nl.klimrek.servicekit.text.PrivateText;
import nl.klimrek.testkit.service.TestClock;
import nl.klimrek.testkit.store.InMemoryStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger over many pages: whole, in order, its trial balance zero, and each earlier balance as it was. */
class LedgerPagesTest {
    private static final int STEPS = 900;
    private static final int YEAR_END = 800;
    private static final Organisation ORGANISATION = new Organisation("pages");
    private static final MessageContext CONTEXT = MessageContext.system("test");
    private static final PrivateText WORDS = PrivateText.of("words");
    private static final Key KEY = Key.of(ORGANISATION, ANNA.value());

    private final InMemoryStores stores = new InMemoryStores(TestClock.stoppedAt(NOW));
    private final AggregateStore<BudgetAccount> accounts =
            stores.create(new AggregateType<>("accounts", BudgetAccount.class, BudgetAccount::employee));
    private final AggregateStore<LedgerPage> pages =
            stores.create(AggregateType.readDocument("ledger_pages", LedgerPage.class));
    private final AccountRepository repository = new AccountRepository(accounts, pages);
    private final LedgerReader reader = new LedgerReader(repository);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_balance_of_every_moment_is_computed_again_from_the_pages(long seed) {
        Random random = new Random(seed);
        Map<Instant, List<Pot>> history = new LinkedHashMap<>();
        Instant at = NOW;
        open();
        for (int step = 0; step < STEPS; step++) {
            at = at.plusSeconds(1 + random.nextInt(5));
            BudgetAccount account = step == YEAR_END ? endYear(at) : step(random, at);
            for (Pot pot : account.pots()) {
                assertThat(sum(pot.balance())).as("seed %d step %d", seed, step).isZero();
                assertThat(pot.balance().shortfall().equalsZero()
                                || pot.balance().available().equalsZero())
                        .isTrue();
            }
            assertThat(account.ledger().size()).isLessThan(2 * LedgerPage.SIZE);
            history.put(at, account.pots());
        }
        BudgetAccount account = repository.find(ORGANISATION, ANNA).state();
        assertThat(account.archived()).isGreaterThanOrEqualTo(2 * LedgerPage.SIZE);
        history.forEach((moment, pots) -> pots.forEach(pot -> assertThat(reader.balance(
                        ORGANISATION, account, account.pot(pot.id()).orElseThrow(), moment))
                .as("seed %d %s", seed, moment)
                .isEqualTo(pot.balance())));
        assertThat(all(account))
                .extracting(LedgerEntry::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(
                                1, account.archived() + account.ledger().size())
                        .boxed()
                        .toList());
        assertThat(PotBalance.of(
                        account.pots().get(0).unit(),
                        all(account).stream()
                                .filter(entry -> entry.pot().equals(PERSONAL))
                                .toList()))
                .isEqualTo(account.pots().get(0).balance());
    }

    @Test
    void before_the_first_entry_a_pot_is_empty() {
        open();
        BudgetAccount account = fill(300);
        Pot pot = account.pot(PERSONAL).orElseThrow();
        assertThat(reader.balance(ORGANISATION, account, pot, NOW.minusSeconds(1)))
                .isEqualTo(PotBalance.empty(pot.unit()));
    }

    @Test
    void entries_are_read_in_parts_across_pages() {
        open();
        BudgetAccount account = fill(300);
        List<LedgerEntry> whole = all(account);
        List<LedgerEntry> parts = new ArrayList<>();
        List<LedgerEntry> part = reader.entries(ORGANISATION, account, 0, 37);
        while (!part.isEmpty()) {
            parts.addAll(part);
            part = reader.entries(
                    ORGANISATION, account, part.get(part.size() - 1).number(), 37);
        }
        assertThat(parts).isEqualTo(whole);
        assertThat(reader.entries(ORGANISATION, account, whole.size(), 10)).isEmpty();
    }

    @Test
    void the_newest_entries_of_a_pot_are_found_across_pages() {
        open();
        BudgetAccount account = fill(300);
        Pot pot = account.pot(PERSONAL).orElseThrow();
        List<LedgerEntry> newest = reader.newestOf(ORGANISATION, account, pot, Instant.MAX, 10_000);
        List<LedgerEntry> expected = new ArrayList<>(all(account).stream()
                .filter(entry -> entry.pot().equals(PERSONAL))
                .toList());
        Collections.reverse(expected);
        assertThat(newest).isEqualTo(expected);
    }

    @Test
    void a_page_that_was_stored_before_a_crash_is_stored_once() {
        open();
        // The crash: the page is there, and its entries are still in the account.
        BudgetAccount before = fill(120);
        BudgetAccount whole = repository.find(ORGANISATION, ANNA).state();
        assertThat(before.archived()).isZero();
        LedgerPage page =
                new LedgerPage(ANNA.value(), 0, List.of(), whole.ledger().subList(0, LedgerPage.SIZE));
        pages.create(Key.of(ORGANISATION, LedgerPage.id(ANNA.value(), 0)), CONTEXT, none -> Decision.accept(page));
        List<LedgerEntry> entries = all(whole);
        BudgetAccount after = fill(8);
        assertThat(after.archived()).isEqualTo(LedgerPage.SIZE);
        assertThat(all(after).subList(0, entries.size())).isEqualTo(entries);
    }

    @Test
    void an_account_of_the_version_before_moves_its_entries_at_the_next_step_or_by_migration() {
        open();
        for (int i = 0; i < 250; i++) {
            String id = "old" + i;
            accounts.handle(KEY, CONTEXT, found -> found.orElseThrow().submit(request(id, minutes(1)), NOW));
        }
        BudgetAccount old = repository.find(ORGANISATION, ANNA).state();
        List<LedgerEntry> entries = old.ledger();
        assertThat(old.archived()).isZero();
        repository.archive(KEY);
        BudgetAccount moved = repository.find(ORGANISATION, ANNA).state();
        assertThat(moved.ledger().size()).isLessThan(2 * LedgerPage.SIZE);
        assertThat(all(moved)).isEqualTo(entries);
        assertThat(moved.pots()).isEqualTo(old.pots());
    }

    private void open() {
        accounts.create(KEY, CONTEXT, none -> Decision.accept(anAccount()));
    }

    /** Adds this many entries, each a moment after the one before. */
    private BudgetAccount fill(int entries) {
        BudgetAccount account = repository.find(ORGANISATION, ANNA).state();
        for (int i = 0; i < entries / 4; i++) {
            String id = "fill-" + account.archived() + "-" + account.requests().size();
            Instant at = NOW.plusSeconds(60L + account.requests().size());
            repository.handle(ORGANISATION, ANNA, CONTEXT, now -> now.submit(request(id, euros(1), minutes(1)), at));
            account = repository
                    .handle(ORGANISATION, ANNA, CONTEXT, now -> now.withdraw(id, null, at))
                    .state();
        }
        return account;
    }

    private List<LedgerEntry> all(BudgetAccount account) {
        return reader.entries(ORGANISATION, account, 0, Integer.MAX_VALUE);
    }

    /** Credits less debits of all accounts of a pot: its trial balance. */
    private static long sum(PotBalance balance) {
        return balance.available().minorUnits()
                + balance.reserved().minorUnits()
                + balance.committed().minorUnits()
                + balance.spent().minorUnits()
                + balance.expired().minorUnits()
                + balance.carriedOver().minorUnits()
                - balance.granted().minorUnits()
                - balance.shortfall().minorUnits();
    }

    private BudgetAccount endYear(Instant at) {
        LocalDate newYear = LocalDate.parse("2027-01-01");
        return repository
                .handle(ORGANISATION, ANNA, CONTEXT, account -> new YearEnd(account, at).turn(newYear, List.of()))
                .state();
    }

    private BudgetAccount step(Random random, Instant at) {
        String id = "r" + random.nextInt(200);
        long amount = random.nextInt(20_00);
        List<BiFunction<BudgetAccount, Instant, Decision<BudgetAccount>>> steps = List.of(
                (account, now) -> account.submit(request(id, euros(amount)), now),
                (account, now) -> account.submit(request(id, euros(amount), minutes(random.nextInt(20))), now),
                (account, now) -> account.approve(id, "p-bram", now),
                (account, now) -> account.refuse(id, "p-bram", WORDS, WORDS, now),
                (account, now) -> account.withdraw(id, WORDS, now),
                (account, now) -> account.spend(
                        id, List.of(euros(amount)), PrivateText.of("invoice " + now), random.nextBoolean(), now),
                (account, now) -> account.settle(id, now),
                (account, now) -> account.correct(id, 1 + random.nextInt(3), List.of(euros(amount)), WORDS, now),
                (account, now) -> random.nextInt(3) > 0
                        ? Decision.unchanged()
                        : new GrantAdjustment(account, now)
                                .hours(LocalDate.of(2026, 1 + random.nextInt(12), 1), 1000 + random.nextInt(1160)),
                (account, now) -> new GrantAdjustment(account, now).coverShortfall(PERSONAL));
        BiFunction<BudgetAccount, Instant, Decision<BudgetAccount>> step = steps.get(random.nextInt(steps.size()));
        return repository
                .handle(ORGANISATION, ANNA, CONTEXT, account -> {
                    Decision<BudgetAccount> decision = step.apply(account, at);
                    return decision instanceof Decision.Refused ? Decision.unchanged() : decision;
                })
                .state();
    }
}

package nl.klimrek.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.deciding.SendingDiary;
import nl.klimrek.reminders.invitation.Meeting;
import nl.klimrek.reminders.mailbox.MailboxReader;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.sending.SendingJob;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.RangeLease;
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.ClockJobRounds;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClock;
import nl.klimrek.testkit.service.TestPort;

/** The service with a mail server, on a clock that begins on a Monday before office hours; started once per JVM. */
final class Reminders {

    static final Reminders SHARED = new Reminders();
    static final Duration TIMEOUT = ServiceUnderTest.TIMEOUT;
    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final Map<String, Long> sequences = new ConcurrentHashMap<>();
    private final TestClock clock = TestClock.beginningAt(Instant.parse("2027-01-04T06:00:00Z"));
    private final GreenMail mailServer;
    private final ReplyMailbox mailbox = new ReplyMailbox();
    private final ServiceUnderTest service;
    private final ClockJobRounds sending;

    private Reminders() {
        mailServer = new GreenMail(new ServerSetup(TestPort.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        service = builder().start();
        sending = roundsOf(service);
    }

    private ServiceUnderTest.Builder builder() {
        ServiceUnderTest.Builder builder = ServiceUnderTest.of(RemindersService.class, RemindersService.NAME)
                .with("spring.mail.port", mailServer.getSmtp().getPort())
                .with("klimrek.reminders.portal-url", "https://portal.test/")
                .with("klimrek.reminders.calendar.organizer", ReplyMailbox.ADDRESS)
                .with("klimrek.reminders.secret-keys.current", "test")
                .with(
                        "klimrek.reminders.secret-keys.keys.test",
                        Base64.getEncoder().encodeToString(new byte[32]))
                .with("klimrek.reminders.settle", "0s")
                .with("klimrek.reminders.look-every", "1s")
                .with("klimrek.reminders.around-the-clock.night-shift", true)
                // What a killed sender left in an outbox is published soon.
                .with("klimrek.eventing.sweep-every", "1s")
                .with("klimrek.reminders.webhooks.internal-hosts", "localhost")
                .with("klimrek.reminders.webhooks.poll-interval", "1s")
                .with("klimrek.reminders.webhooks.time-out", "2s")
                .with("resilience4j.circuitbreaker.instances.smtp.wait-duration-in-open-state", "1s")
                .with(clock);
        mailbox.settings().forEach(builder::with);
        return builder;
    }

    /** A second instance on the same store. The caller closes it. */
    ServiceUnderTest startSecondInstance() {
        return builder().on(service.backend()).inDatabase(service.database()).start();
    }

    ServiceUnderTest service() {
        return service;
    }

    /** The mailbox that replies and bounces come to. */
    ReplyMailbox mailbox() {
        return mailbox;
    }

    /** Reads the whole mailbox after everything published was read. */
    void readMailbox() {
        readMailbox(service);
    }

    /** Reads the whole mailbox with this instance, as soon as its server answers. */
    void readMailbox(ServiceUnderTest instance) {
        settle();
        ClockJobRounds rounds =
                new ClockJobRounds(instance, instance.bean(MailboxReader.class).job());
        await().atMost(TIMEOUT).pollDelay(Duration.ZERO).ignoreExceptions().until(() -> {
            rounds.run();
            return mailbox.isEmpty();
        });
        settle();
    }

    GreenMail mailServer() {
        return mailServer;
    }

    /** The diaries of the messages to each person. */
    @SuppressWarnings("unchecked")
    AggregateStore<SendingDiary> diaries() {
        return service.bean("diaryStore", AggregateStore.class);
    }

    /** The prompts. */
    @SuppressWarnings("unchecked")
    AggregateStore<Prompt> prompts() {
        return service.bean("promptStore", AggregateStore.class);
    }

    /** The meetings in people's calendars. */
    @SuppressWarnings("unchecked")
    AggregateStore<Meeting> meetings() {
        return service.bean("meetingStore", AggregateStore.class);
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Moves the clock while nothing is on its way: everything published was read, and no round of the sending job is at work,
     * which would note as its sending time what the clock shows afterwards.
     */
    void advanceTo(Instant moment) {
        settle();
        List<RangeLease> held = sending.holdAll();
        clock.advanceTo(moment);
        held.forEach(RangeLease::release);
    }

    /** Moves the clock to the next Monday after today, at this time in Amsterdam. */
    Instant toNextMonday(String time) {
        Instant monday = now().atZone(AMSTERDAM)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .with(LocalTime.parse(time))
                .toInstant();
        advanceTo(monday);
        return monday;
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(AMSTERDAM).toLocalDate();
    }

    static Instant atNine(LocalDate day) {
        return day.atTime(9, 0).atZone(AMSTERDAM).toInstant();
    }

    /** Publishes the next event of this subject and returns it, so that a test can repeat it. */
    TestEvent publish(String organisation, String person, String subject, String actor, Record data) {
        long sequence =
                sequences.merge(organisation + "/" + subject + data.getClass().getPackageName(), 1L, Long::sum);
        TestEvent event = TestEvent.of(organisation, data)
                .withSubject(subject)
                .withKey(person)
                .withSequence(sequence)
                .withActor(actor)
                .withTime(now());
        repeat(event);
        return event;
    }

    void repeat(TestEvent event) {
        service.publisher().publish(event);
    }

    void erase(String organisation, String person) {
        service.publisher().publishTombstone(Topics.DIRECTORY, organisation, person);
    }

    /** The service's own events about an organisation. */
    List<TopicRecord> published(String organisation) {
        return service.topics().of(organisation, Topics.REMINDERS);
    }

    void settle() {
        service.awaitSettled();
    }

    /** The rounds of the sending job. */
    ClockJobRounds sending() {
        return sending;
    }

    static ClockJobRounds roundsOf(ServiceUnderTest instance) {
        return new ClockJobRounds(instance, instance.bean(SendingJob.class));
    }

    /** Runs a whole round of the sending job after everything published was read. */
    void sendDue() {
        settle();
        sending.run();
    }

    /** Runs a whole round of a job after everything published was read. */
    void run(Class<? extends ClockJob> type) {
        settle();
        new ClockJobRounds(service, service.bean(type)).run();
    }

    /** Messages to this receiver, without calendar mail. */
    List<MimeMessage> mailTo(String receiver) {
        return received(receiver, false);
    }

    List<MimeMessage> calendarMailTo(String receiver) {
        return received(receiver, true);
    }

    private List<MimeMessage> received(String receiver, boolean calendar) {
        return Stream.of(mailServer.getReceivedMessages())
                .filter(mail -> receiverOf(mail).equals(receiver) && idOf(mail).contains(".calendar.") == calendar)
                .toList();
    }

    private static String idOf(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one message to this receiver, when it has arrived. */
    MimeMessage awaitMailTo(String receiver) {
        awaitSending(() -> assertThat(mailTo(receiver)).hasSize(1));
        return mailTo(receiver).get(0);
    }

    /** Runs rounds of the sending job until this holds, a second later each time: a due time is a whole second. */
    void awaitSending(Runnable assertion) {
        await().atMost(TIMEOUT).pollDelay(Duration.ZERO).untilAsserted(() -> {
            sendDue();
            try {
                assertion.run();
            } catch (AssertionError early) {
                clock.advance(Duration.ofSeconds(1));
                throw early;
            }
        });
    }

    private static String receiverOf(MimeMessage mail) {
        try {
            return mail.getRecipients(RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

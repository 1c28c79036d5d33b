package nl.klimrek.portal.hr;

import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.portal.hr.GuaranteesPage.Fact;
import nl.klimrek.portal.hr.GuaranteesPage.GapLine;
import nl.klimrek.portal.hr.GuaranteesPage.GapPart;
import nl.klimrek.portal.hr.GuaranteesPage.LagLine;
import nl.klimrek.portal.hr.GuaranteesPage.LagPart;
import nl.klimrek.portal.hr.GuaranteesPage.LetterLine;
import nl.klimrek.portal.hr.GuaranteesPage.LetterPart;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.upstream.Service;
import org.springframework.stereotype.Component;

/** Puts the page about the guarantees together. */
@Component
class GuaranteesPages {
    static final String LETTERS = "/api/journal/dead-letters";

    private final Services services;

    GuaranteesPages(Services services) {
        this.services = services;
    }

    GuaranteesPage of(Reader reader) {
        return new GuaranteesPage(
                services.getPatiently(reader.viewer(), Service.JOURNAL, "/api/journal/lag?limit=200", GuaranteeAnswers.Lag.class)
                        .map(lag -> lag(reader, lag)),
                services.get(reader.viewer(), Service.JOURNAL, "/api/journal/gaps?limit=" + HrPages.MOST, GuaranteeAnswers.Gaps.class)
                        .map(gaps -> gaps(reader, gaps)),
                services.get(reader.viewer(), Service.JOURNAL, LETTERS + "?limit=" + HrPages.MOST, GuaranteeAnswers.DeadLetters.class)
                        .map(letters -> letters(reader, letters)));
    }

    private static LagPart lag(Reader reader, GuaranteeAnswers.Lag lag) {
        return new LagPart(lag.behind(), some(lag.items()).filter(one -> one.behind() > 0)
                .map(one -> new LagLine(reader.code("service", one.group()), one.topic(), one.behind())).toList());
    }

    private static GapPart gaps(Reader reader, GuaranteeAnswers.Gaps gaps) {
        return new GapPart(gaps.open(), some(gaps.items()).map(gap -> new GapLine(gap.stream(),
                gap.from() == gap.to() ? Long.toString(gap.from()) : gap.from() + "–" + gap.to(), reader.moment(gap.since()))).toList());
    }

    private static LetterPart letters(Reader reader, GuaranteeAnswers.DeadLetters letters) {
        return new LetterPart(letters.waiting(), some(letters.items()).map(letter -> letter(reader, letter)).toList(), letters.next() != null);
    }

    private static LetterLine letter(Reader reader, GuaranteeAnswers.DeadLetter letter) {
        List<Fact> facts = Stream.of(
                        new Fact(reader.say("hr.letter.place"), letter.topic() + " " + letter.partition() + ":" + letter.offset()),
                        new Fact(reader.say("hr.letter.type"), letter.eventType()),
                        new Fact(reader.say("hr.letter.about"), letter.eventSubject()),
                        new Fact(reader.say("hr.letter.reason"), letter.reason()),
                        new Fact(reader.say("hr.letter.size"), reader.say("hr.letter.bytes", letter.bytes())),
                        new Fact("SHA-256", letter.digest()))
                .filter(fact -> fact.value() != null).toList();
        return new LetterLine(letter.id(), reader.say("hr.letter.title", reader.code("service", letter.group())),
                letter.explanation() == null ? letter.reason() : letter.explanation(), reader.moment(letter.at()),
                letter.attempts() == 0 ? "" : reader.say("hr.letter.attempts", letter.attempts()), facts);
    }

    private static <T> Stream<T> some(List<T> items) {
        return items == null ? Stream.of() : items.stream();
    }
}

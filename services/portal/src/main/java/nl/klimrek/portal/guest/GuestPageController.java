package nl.klimrek.portal.guest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.GuestLogin;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The home of an external coach: their conversations, and leaving. */
@PageController
@RequestMapping("/guest")
class GuestPageController {
    private static final String ME = "/api/conversations/external-coaches/me";

    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;

    GuestPageController(ServiceClient services, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
    }

    @GetMapping
    String home(Viewer viewer, Model model) {
        if (!viewer.is(GuestLogin.ROLE)) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        Section<GuestAccount> account = services.get(viewer, Upstream.CONVERSATIONS, ME, GuestAccount.class);
        Section<List<GuestPage.Conversation>> talks = services.list(
                viewer, Upstream.CONVERSATIONS, "/api/conversations?limit=200", GuestPage.Conversation.class);
        model.addAttribute(
                "page",
                account.isOk()
                        ? talks.map(all -> GuestPage.of(reader, account.value(), all))
                        : Section.<GuestPage>failed(account.trouble()));
        return "guest/home";
    }

    /** Ends this session; a new link signs in again. */
    @PostMapping("/sign-out")
    String signOut(FormPost post, HttpServletRequest request) {
        commands.post(post, Upstream.CONVERSATIONS, ME + "/sign-out");
        GuestGate.signOut(request);
        return "redirect:/guest/over";
    }

    /** Ends the account. */
    @PostMapping("/ending")
    String end(FormPost post, HttpServletRequest request) {
        CommandSender.SentCommand sent = commands.post(post, Upstream.CONVERSATIONS, ME + "/ending");
        if (!sent.accepted()) {
            return sent.back();
        }
        GuestGate.signOut(request);
        return "redirect:/guest/over";
    }
}

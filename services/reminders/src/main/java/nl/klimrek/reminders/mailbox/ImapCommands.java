package nl.klimrek.reminders.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/**
 * Commands about several messages at once (RFC 9051). The mail library has them for messages that it keeps in memory while the
 * folder is open; these keep nothing.
 */
final class ImapCommands {

    private ImapCommands() {}

    /** Ids and sizes of so many messages from the first one on, in order. */
    static Map<Long, Integer> sizes(Folder folder, int count) throws MessagingException {
        Map<Long, Integer> sizes = new LinkedHashMap<>();
        for (FetchResponse each : fetched(folder, "FETCH 1:" + count + " (UID RFC822.SIZE)")) {
            UID uid = each.getItem(UID.class);
            RFC822SIZE size = each.getItem(RFC822SIZE.class);
            if (uid != null && size != null) {
                sizes.put(uid.uid, Math.toIntExact(Math.min(size.size, Integer.MAX_VALUE)));
            }
        }
        return sizes;
    }

    /** The messages of these ids that are there. */
    static Map<Long, byte[]> fetch(Folder folder, List<Long> uids) throws MessagingException {
        Map<Long, byte[]> messages = new LinkedHashMap<>();
        for (FetchResponse each : fetched(folder, "UID FETCH " + set(uids) + " (UID BODY.PEEK[])")) {
            UID uid = each.getItem(UID.class);
            BODY body = each.getItem(BODY.class);
            if (uid != null && body != null && body.getByteArray() != null) {
                messages.put(uid.uid, body.getByteArray().getNewBytes());
            }
        }
        return messages;
    }

    /** Marks messages as deleted. */
    static void delete(Folder folder, List<Long> uids) throws MessagingException {
        run(folder, "UID STORE " + set(uids) + " +FLAGS.SILENT (\\Deleted)", null);
    }

    /** Copies messages to another folder. */
    static void copy(Folder folder, List<Long> uids, Folder into) throws MessagingException {
        Argument name = new Argument();
        name.writeString(BASE64MailboxEncoder.encode(into.getFullName()));
        run(folder, "UID COPY " + set(uids), name);
    }

    private static List<FetchResponse> fetched(Folder folder, String command) throws MessagingException {
        List<FetchResponse> found = new ArrayList<>();
        for (Response each : run(folder, command, null)) {
            if (each instanceof FetchResponse fetch) {
                found.add(fetch);
            }
        }
        return found;
    }

    private static Response[] run(Folder folder, String command, @Nullable Argument argument)
            throws MessagingException {
        return (Response[]) ((IMAPFolder) folder).doCommand(protocol -> run(protocol, command, argument));
    }

    private static Response[] run(IMAPProtocol protocol, String command, @Nullable Argument argument)
            throws ProtocolException {
        Response[] answer = protocol.command(command, argument);
        protocol.notifyResponseHandlers(answer);
        protocol.handleResult(answer[answer.length - 1]);
        return answer;
    }

    private static String set(List<Long> uids) {
        return uids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}

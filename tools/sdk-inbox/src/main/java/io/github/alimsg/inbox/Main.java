package io.github.alimsg.inbox;

import io.github.alimsg.inbox.Options.WrongOption;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The program. */
final class Main {
    /** An option is wrong. */
    static final int WRONG_OPTION = 2;

    /** A port is taken, or a file can't be read. */
    static final int CAN_NOT_START = 3;

    private Main() {}

    /**
     * Starts the inbox and runs until the process is ended.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        int code = run(List.of(arguments), System.out, System.err);
        if (code >= 0) {
            System.exit(code);
        }
    }

    /** The exit code; negative when the inbox runs. */
    private static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            Options options = Options.of(arguments, System::getenv);
            if (options.wants("help")) {
                out.print(Options.help());
                return 0;
            }
            if (options.wants("version")) {
                out.println("sdk-inbox " + Inbox.version());
                return 0;
            }
            Settings settings = options.settings();
            Program program = Program.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(program::close, "alimsg-inbox-close"));
            out.print(program.greeting());
            out.flush();
            if (settings.open()) {
                Browser.open(program.pageUrl());
            }
            return -1;
        } catch (WrongOption wrong) {
            err.println("sdk-inbox: " + wrong.getMessage());
            return WRONG_OPTION;
        } catch (IOException e) {
            err.println("sdk-inbox: " + e.getMessage());
            return CAN_NOT_START;
        }
    }

    /** Opens a page in the user's browser. */
    static final class Browser {
        private Browser() {}

        static void open(String url) {
            String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            List<String> command = system.contains("win")
                    ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
                    : List.of(system.contains("mac") ? "open" : "xdg-open", url);
            try {
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException noBrowser) {
                System.err.println("sdk-inbox: can't open a browser; the page is " + url);
            }
        }
    }
}

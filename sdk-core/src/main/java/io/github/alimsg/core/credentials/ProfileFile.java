package io.github.alimsg.core.credentials;

import io.github.alimsg.core.error.CredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file of profiles. {@code ALIBABA_CLOUD_PROFILE} chooses a profile for both files at once: it must be in one of
 * them.
 */
abstract class ProfileFile extends CredentialsSource {
    private final @Nullable Path file;
    final @Nullable String profile;
    final CredentialsEnvironment environment;
    final RoleProfile.Kept kept = new RoleProfile.Kept();

    /** The other file, when the environment names the profile; null when the application does, or when nothing does. */
    private final @Nullable Supplier<ProfileFile> other;

    /**
     * A profile of a file.
     *
     * @param file where it is; null when there can be no file
     * @param profile the profile's name; null to leave it to the file
     * @param environment the process's environment
     * @param other the file that may have the profile instead; null when it must be in this one
     */
    ProfileFile(
            @Nullable Path file,
            @Nullable String profile,
            CredentialsEnvironment environment,
            @Nullable Supplier<ProfileFile> other) {
        this.file = file;
        this.profile = profile;
        this.environment = environment;
        this.other = other;
    }

    /** Whether the profile exists and sets something. */
    abstract boolean setsSomething();

    @Override
    String whatIsMissing() {
        return "no such file, no such profile in it, or nothing set there";
    }

    /** Returns no credentials, or throws when the environment names the profile and the other file lacks it too. */
    @Nullable
    Credentials absent() {
        if (other != null && !isIn(other.get())) {
            throw new CredentialsException(
                    name(),
                    CredentialsEnvironment.PROFILE
                            + " names a profile that sets no credentials, neither in config.json nor in the"
                            + " credentials file");
        }
        return null;
    }

    private static boolean isIn(ProfileFile file) {
        try {
            return file.setsSomething();
        } catch (CredentialsException e) { // it will say so itself
            return true;
        }
    }

    /** The file's content; null when there is no such file. */
    final byte @Nullable [] bytes() {
        if (file == null) {
            return null;
        }
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            if (isBelowAFile(file)) {
                return null;
            }
            throw unreadable(e);
        }
    }

    final CredentialsException unreadable(IOException e) {
        return new CredentialsException(
                name(), "cannot be read: " + e.getClass().getSimpleName(), e);
    }

    /** Whether no file can be there, as with a home of {@code /dev/null}; the JDK says so only in the message. */
    private static boolean isBelowAFile(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder)) {
                return !Files.isDirectory(folder);
            }
        }
        return false;
    }

    @Override
    public void invalidate() {
        kept.invalidate();
    }
}

package io.github.alimsg.spring.boot;

/**
 * The application is configured in a way that can't work. Spring Boot shows both texts when it ends the start. Contains
 * names of settings and never their values, which may be misplaced secrets.
 *
 * @serial exclude
 */
public final class AlimsgConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String action;

    /**
     * A wrong configuration.
     *
     * @param description what is wrong
     * @param action what to do
     */
    public AlimsgConfigurationException(String description, String action) {
        super(description);
        this.action = action;
    }

    /** {@return what to do} */
    public String action() {
        return action;
    }
}

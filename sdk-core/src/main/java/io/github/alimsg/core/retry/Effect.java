package io.github.alimsg.core.retry;

/** What an operation does to the world, and so whether it may be repeated when its reply was lost. */
public enum Effect {
    /** Changes nothing: repeated freely. */
    READ,
    /** Sets a state: the same call again changes nothing more. Repeated after a lost reply only by opt-in. */
    UPDATE,
    /** Removes something: the second time it may already be gone. Repeated after a lost reply only by opt-in. */
    DELETE,
    /** Reports a figure that replaces the previous one. Repeated after a lost reply only by opt-in. */
    REPORT,
    /** Makes something new each time: never repeated once it may have arrived. */
    CREATE,
    /** Sends a message that someone receives and someone pays for: never repeated once it may have arrived. */
    SEND,
    /** Makes the service send a code to a person: never repeated once it may have arrived. */
    SENDS_CODE,
    /** Works once, such as using up a code: never repeated once it may have arrived. */
    ONE_TIME;

    /**
     * {@return whether a repeat after a lost reply leaves the world as one call would: a property of the operation}
     */
    public boolean repeatsHarmlessly() {
        return this == READ || this == UPDATE || this == DELETE || this == REPORT;
    }
}

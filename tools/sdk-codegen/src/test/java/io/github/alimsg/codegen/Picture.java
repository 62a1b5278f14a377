package io.github.alimsg.codegen;

/** What a user of the post office writes by hand, and its generated builder takes. */
public final class Picture {
    private final String name;

    /**
     * A picture.
     *
     * @param name its name
     */
    public Picture(String name) {
        this.name = name;
    }

    /** {@return the picture as JSON text} */
    public String json() {
        return "{\"picture\":\"" + name + "\"}";
    }
}

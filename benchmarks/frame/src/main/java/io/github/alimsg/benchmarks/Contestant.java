package io.github.alimsg.benchmarks;

/**
 * One of those that are compared.
 *
 * @param title its name in tables
 * @param module the module with its class path
 * @param className its {@link Contender}, within this package
 */
record Contestant(String title, String module, String className) {
    /** Its variant over TLS. */
    Contestant overTls() {
        return new Contestant(title + ", TLS", module, className + "$Tls");
    }

    boolean isTls() {
        return className.contains("$Tls");
    }

    /** The name of its class, for its process. */
    String contender() {
        return Contestant.class.getPackageName() + "." + className;
    }
}

package dev.spartanlake.film;

/// By what a film is recognised: its chunk of highlight events, and the version as which that is read. The same chunk
/// read as another version is another film, as names and teams may then be read from other places.
///
/// @param sha256 of the chunk as it is downloaded, 64 lower-case hexadecimal digits
/// @param majorVersion the film's major version
public record FilmIdentity(String sha256, int majorVersion) {

    /// Both in one text.
    public String text() {
        return sha256 + " " + majorVersion;
    }
}

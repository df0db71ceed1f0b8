package dev.spartanlake.testsupport.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a server, with the headers that go with a sign-in or without.
final class Client implements AutoCloseable {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HaloServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private String spartanToken;

    Client(HaloServer server) {
        this.server = server;
        this.spartanToken = server.signIn().issueSpartanToken();
    }

    void use(String newSpartanToken) {
        spartanToken = newSpartanToken;
    }

    HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(URI.create(server.address(service) + path))
                .header("x-343-authorization-spartan", spartanToken)
                .header("343-clearance", server.signIn().clearance());
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<InputStream> stream(Service service, String path) throws IOException, InterruptedException {
        return http.send(request(service, path).build(), BodyHandlers.ofInputStream());
    }

    HttpResponse<byte[]> get(Service service, String path) throws IOException, InterruptedException {
        return send(request(service, path));
    }

    int status(Service service, String path) throws IOException, InterruptedException {
        return get(service, path).statusCode();
    }

    JsonNode json(Service service, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(service, path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " was answered " + response.statusCode());
        }
        return MAPPER.readTree(response.body());
    }

    /// Without the headers of a sign-in.
    HttpResponse<byte[]> post(Service service, String path, String type, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server.address(service) + path))
                .header("Content-Type", type)
                .header("x-xbl-contract-version", "1")
                .POST(BodyPublishers.ofString(body)));
    }

    @Override
    public void close() {
        http.close();
    }
}

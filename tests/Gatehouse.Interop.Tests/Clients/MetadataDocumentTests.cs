using Gatehouse.AspNetCore.Registration;
using Gatehouse.Testing.Browser;
using Gatehouse.Testing.Documents;
using Gatehouse.Testing.Hosts;

namespace Gatehouse.Interop.Tests.Clients;

/// <summary>SDK clients that are known by the document they publish, as soon as the server says that it reads those.</summary>
public sealed class MetadataDocumentTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sdk-1.32.2")]
    [InlineData("client-2.4.0")]
    public async Task Signs_in_by_its_document_without_registering_and_refreshes_when_its_host_is_gone(string name)
    {
        await using var publisher = await Publisher.StartAsync();
        await using var host = await GatehouseHost.StartAsync(
            new GatehouseHostOptions
            {
                Gatehouse = options => options.ClientMetadataDocuments = ClientMetadataDocumentMode.On,
                Services = publisher.Join,
            },
            Stop
        );
        var url = publisher.Describe(cacheControl: "no-store");
        using var person = new PersonAtBrowser(ScriptedPerson.Alice);
        using var client = DrivenClient.Start(name, [host.Url + "/mcp", "", url], person, new NoSecrets());

        await client.DoAsync("connect", Stop);
        publisher.Answer("/client.json", context => Task.FromException(new IOException(context.Request.Path)));
        await client.DoAsync("spoil", Stop);
        var access = await client.CallAsync("access", [], Stop);
        var counts = await client.DoAsync("counts", Stop);

        Assert.Equal("alice", (string?)access["user"]);
        Assert.Equal((0, 2, 1), ((int)counts!["register"]!, (int)counts["token"]!, person.SignIns));
    }
}

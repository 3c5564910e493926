using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Mail;

/// <summary>The Mail app, by its documented API: no real one was recorded. It says nothing in the capabilities.</summary>
internal sealed class MailApp(AppStore<MailState> store, DemoAppContext context) : IDemoApp
{
    public string Id => "mail";

    public string Name => "Mail";

    public static async Task<MailApp> LoadAsync(DemoAppContext context, CancellationToken cancellationToken)
    {
        var now = context.Time.GetUtcNow().ToUnixTimeSeconds();
        var store = await context.Stores.OpenAsync(
            "mail",
            MailStoreJson.Default.MailState,
            () => context.SampleData ? SampleMail.Of(context.People.All, now) : new MailState(),
            cancellationToken
        );
        return new MailApp(store, context);
    }

    public void AddCapabilities(JsonObject capabilities, Person? person) { }

    public void Map(IEndpointRouteBuilder routes)
    {
        var door = new AppDoor(context.Faults, Id);
        new MailReading(store, context).Map(routes, door);
        new MailFiling(store).Map(routes, door);
        new MailSending(store, context.Time).Map(routes, door);
    }
}

using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Apps;

/// <summary>An app of the cloud; <see cref="DemoApps"/> lists them. One that a test switches off is in no list and answers nothing.</summary>
internal interface IDemoApp
{
    /// <summary>The id of the app, e.g. <c>deck</c>.</summary>
    string Id { get; }

    /// <summary>Its name in the navigation; null for an app without a page of its own.</summary>
    string? Name { get; }

    /// <summary>Adds what the app says of itself to somebody's capabilities (null: nobody is signed in), as the recorded one.</summary>
    void AddCapabilities(JsonObject capabilities, People.Person? person);

    /// <summary>Maps its routes. <see cref="DemoAppContext"/> has the doors they stand behind.</summary>
    void Map(IEndpointRouteBuilder routes);
}

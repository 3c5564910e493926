using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Apps;

/// <summary>A provider of the unified search.</summary>
internal interface IDemoSearch
{
    /// <summary>The id of the provider, e.g. <c>search-deck-card-board</c>.</summary>
    string Id { get; }

    /// <summary>The app it belongs to, e.g. <c>deck</c>.</summary>
    string AppId { get; }

    /// <summary>What people see, e.g. <c>Cards in Deck</c>.</summary>
    string Name { get; }

    /// <summary>Its place among the providers; the lowest is first.</summary>
    int Order { get; }

    Task<DemoSearchAnswer> SearchAsync(Person me, DemoSearchQuery query, CancellationToken cancellationToken);
}

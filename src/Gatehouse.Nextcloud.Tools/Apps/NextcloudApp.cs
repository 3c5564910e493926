using System.Text.Json;
using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Completions;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>An app of Nextcloud as these tools know it: one entry in <see cref="NextcloudApps"/>, declared in the folder of the app.</summary>
/// <param name="Name">What an operator chooses it by, in lower case, e.g. <c>deck</c>.</param>
/// <param name="Title">What people call it, e.g. <c>Deck</c>.</param>
internal sealed record NextcloudApp(string Name, string Title)
{
    /// <summary>The app's id among a person's capabilities or in their navigation; null for what every Nextcloud has.</summary>
    public string? Requires { get; init; }

    /// <summary>What a person can grant for it.</summary>
    public required IReadOnlyList<NextcloudScope> Scopes { get; init; }

    /// <summary>Its tools tell of files by an API of the app's own, past <see cref="Files.Rules.FileRules"/>.</summary>
    public bool PassesFileRules { get; init; }

    /// <summary>What it completes when a person types.</summary>
    public IReadOnlyList<Completion> Completions { get; init; } = [];

    /// <summary>The JSON of its tools.</summary>
    public required JsonSerializerContext Json { get; init; }

    /// <summary>Registers its clients, tools, resources and prompts.</summary>
    public required Action<IMcpServerBuilder, JsonSerializerOptions> Add { get; init; }
}

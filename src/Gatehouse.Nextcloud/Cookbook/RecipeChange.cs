namespace Gatehouse.Nextcloud.Cookbook;

/// <summary>A new recipe, or a change of one: what is null stays as it is, or empty.</summary>
public sealed record RecipeChange
{
    /// <summary>The name, unique in the cookbook.</summary>
    public string? Name { get; init; }

    /// <summary>What it is.</summary>
    public string? Description { get; init; }

    /// <summary>The category; empty for none.</summary>
    public string? Category { get; init; }

    /// <summary>All keywords; none may hold a comma.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>Where it came from.</summary>
    public string? Url { get; init; }

    /// <summary>How many portions it makes.</summary>
    public int? Yield { get; init; }

    /// <summary>Minutes to prepare.</summary>
    public int? PrepMinutes { get; init; }

    /// <summary>Minutes to cook.</summary>
    public int? CookMinutes { get; init; }

    /// <summary>Minutes in all.</summary>
    public int? TotalMinutes { get; init; }

    /// <summary>What is needed to make it.</summary>
    public IReadOnlyList<string>? Tools { get; init; }

    /// <summary>The ingredients, one each.</summary>
    public IReadOnlyList<string>? Ingredients { get; init; }

    /// <summary>The steps, one each.</summary>
    public IReadOnlyList<string>? Instructions { get; init; }
}

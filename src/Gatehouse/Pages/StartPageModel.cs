using Gatehouse.Serving;

namespace Gatehouse.Pages;

/// <summary>What the start page shows.</summary>
public sealed record StartPageModel(string Cloud, string Url, IReadOnlyList<ConnectCommand> Commands);

namespace Gatehouse.DemoCloud.Pages;

/// <summary>What surrounds every page.</summary>
/// <param name="Title">Title of the window.</param>
/// <param name="StyleUrl">Address of the style sheet.</param>
/// <param name="RequestToken">CSRF token of this rendering, in <c>data-requesttoken</c> as scripted browsers expect it.</param>
/// <param name="RefreshSeconds">Asks the browser to load the page again after so many seconds; 0 never.</param>
public sealed record PageFrame(string Title, string StyleUrl, string RequestToken, int RefreshSeconds = 0);

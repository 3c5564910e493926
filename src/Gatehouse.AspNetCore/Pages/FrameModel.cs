using RazorSlices;

namespace Gatehouse.AspNetCore.Pages;

/// <summary>The common frame of all pages.</summary>
public sealed record FrameModel(string Title, string Nonce, RazorSlice Content, string? Refresh, string? Script);

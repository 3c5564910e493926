namespace Gatehouse.DemoCloud.Deck;

/// <summary>How much of a board is written.</summary>
internal enum BoardDetail
{
    /// <summary>By itself.</summary>
    Full,

    /// <summary>In a list with details.</summary>
    Listed,

    /// <summary>In a list without.</summary>
    Short,

    /// <summary>Just made: its labels have not been read back.</summary>
    New,
}

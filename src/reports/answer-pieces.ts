export { type Piece, partOfLabel, piecesOf, shares } from '../rules/pieces.js';
